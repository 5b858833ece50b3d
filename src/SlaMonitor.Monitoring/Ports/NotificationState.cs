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

    /// <summary>The mail system had taken it and could not deliver it after all. It is not sent again: somebody else is told instead.</summary>
    Undelivered,
}
