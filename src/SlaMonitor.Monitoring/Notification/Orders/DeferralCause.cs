namespace SlaMonitor.Monitoring.Notification.Orders;

/// <summary>Why an order was put off.</summary>
internal enum DeferralCause
{
    /// <summary>No mail leaves at all.</summary>
    WayOut,

    /// <summary>The recipient's mail system says "not now".</summary>
    Recipient,

    /// <summary>Another delivery has claimed what it tells.</summary>
    Claim,

    /// <summary>It was given up before, and a person has sent it again.</summary>
    Resent,
}
