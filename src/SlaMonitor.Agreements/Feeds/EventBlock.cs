using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Agreements.Feeds;

/// <summary>The lines of one event, from <c>BEGIN:VEVENT</c> to <c>END:VEVENT</c>.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Text">Its lines.</param>
internal sealed record EventBlock(Place Place, string Text);
