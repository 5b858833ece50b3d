namespace SlaMonitor.Monitoring.Ports;

/// <summary>Where a notification stands.</summary>
public enum NotificationState
{
    /// <summary>Somebody is about to send it, or died trying.</summary>
    Claimed,

    /// <summary>The mail system took it.</summary>
    Sent,

    /// <summary>The mail system refused it for good.</summary>
    Failed,

    /// <summary>The mail system took it, and told later that the recipient did not get it. Nothing that comes after changes this.</summary>
    Undelivered,
}
