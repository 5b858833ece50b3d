namespace SlaMonitor.EndToEnd.Crash;

/// <summary>When a process is killed.</summary>
/// <param name="AfterMinutes">
/// How many minutes of the monitor's clock have to begin before, so that the load goes on however slow the machine is; <c>null</c> for a
/// kill while the process starts.
/// </param>
/// <param name="Delay">How long after that, in real time.</param>
internal sealed record PlannedKill(int? AfterMinutes, TimeSpan Delay);
