using NodaTime;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Storage;

/// <summary>A notification that somebody has claimed before, as much of its row as the rule reads.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Holder">
/// Which delivery claimed it last: its process, a space, and what it carries. The process is left out where it is known to be dead.
/// </param>
/// <param name="ClaimedAt">When that was.</param>
public sealed record ClaimedNotification(NotificationState State, string Holder, Instant ClaimedAt)
{
    /// <summary>Whether the holder is known to be dead. Before version 0.2 nothing of such a holder was kept.</summary>
    public bool IsLeft => Holder is "" or [' ', ..];
}
