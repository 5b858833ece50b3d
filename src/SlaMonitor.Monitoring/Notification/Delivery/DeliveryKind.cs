namespace SlaMonitor.Monitoring.Notification.Delivery;

/// <summary>What became of a mail after the mail system took it.</summary>
public enum DeliveryKind
{
    /// <summary>The recipient's mail server took it. Nobody knows yet whether somebody reads it.</summary>
    Delivered,

    /// <summary>The recipient's mail server asks to try again later; the mail system does so by itself.</summary>
    Deferred,

    /// <summary>The recipient's mail server refused it for good.</summary>
    Bounced,

    /// <summary>The mail system never tried: the address bounced, unsubscribed or complained before.</summary>
    Dropped,

    /// <summary>It arrived, and the recipient called it spam: what is sent there next will be dropped.</summary>
    SpamReport,
}
