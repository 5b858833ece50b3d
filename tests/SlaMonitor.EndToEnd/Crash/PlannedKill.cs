namespace SlaMonitor.EndToEnd.Crash;

/// <summary>When a process is killed.</summary>
/// <param name="WhileStarting">Whether the delay counts from the start of the process, or from its first answer.</param>
/// <param name="Delay">How long it has, in real time.</param>
internal sealed record PlannedKill(bool WhileStarting, TimeSpan Delay);
