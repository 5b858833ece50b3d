using SlaMonitor.Local.Queues;
using SlaMonitor.Monitoring.Notification;

namespace SlaMonitor.Local.Notifications;

/// <summary>A message that the notifier calls poison goes to the dead letters at once, with the notifier's own reason.</summary>
internal sealed class HopelessNotifications : IDeadLetterPolicy
{
    public DeadLetter? Judge(Exception exception) =>
        exception is PoisonMessageException poison ? new DeadLetter(poison.Reason, poison.Message) : null;
}
