using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Agreements.Format;

/// <summary>A value and where it stands.</summary>
internal sealed record Located<T>(T Value, Place Place);
