using System.ComponentModel.DataAnnotations;

namespace SlaMonitor.Monitoring.Notification.WayOut;

/// <summary>How notifications are sent. Bound from the section <c>Notification</c>.</summary>
public sealed class NotificationOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Notification";

    /// <summary>
    /// How many hours mails wait while none can be sent, as when the mail server is away or its password is wrong. Then they go to the dead
    /// letters, from where a person can send them again.
    /// </summary>
    /// <value>24 by default.</value>
    [Range(1, 14 * 24)]
    public int PatienceHours { get; set; } = 24;
}
