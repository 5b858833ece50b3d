using NodaTime;
using SlaMonitor.Core.Reporting;

namespace SlaMonitor.Monitoring.Board;

/// <summary>The open promises as they stand.</summary>
/// <param name="Promises">The promises, the first due first; last those that are held.</param>
/// <param name="IsWhole">Whether these are all, and not the first of more than are read for a look.</param>
/// <param name="AsOf">The instant that they stand at.</param>
public sealed record OpenPromiseList(IReadOnlyList<OpenPromise> Promises, bool IsWhole, Instant AsOf);
