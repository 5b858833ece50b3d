using NodaTime;

namespace SlaMonitor.Cli.Replaying.Parts;

/// <summary>A file of events in parts.</summary>
/// <param name="Parts">The parts; one of them may be empty.</param>
/// <param name="First">The earliest time of an event; <c>null</c> where none has one.</param>
/// <param name="Last">The latest.</param>
internal sealed record SplitEvents(IReadOnlyList<string> Parts, Instant? First, Instant? Last);
