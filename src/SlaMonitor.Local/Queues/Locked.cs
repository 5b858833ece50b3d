namespace SlaMonitor.Local.Queues;

/// <summary>What came of looking for messages.</summary>
/// <param name="Messages">Those that are locked now.</param>
/// <param name="Buried">Those that were given up on the way.</param>
/// <param name="Waits">
/// Whether messages that can be had wait for others to be settled: one with which the process has died is handled alone.
/// </param>
internal sealed record Locked(IReadOnlyList<ReceivedMessage> Messages, IReadOnlyList<BuriedMessage> Buried, bool Waits);
