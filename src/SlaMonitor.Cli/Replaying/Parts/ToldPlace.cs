using NodaTime;

namespace SlaMonitor.Cli.Replaying.Parts;

/// <summary>Where an event of a ticket is written of which somebody may be told.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Place">Where it is.</param>
/// <param name="IsLast">Whether it is the last event of its ticket.</param>
internal readonly record struct ToldPlace(Instant Time, LinePlace Place, bool IsLast);
