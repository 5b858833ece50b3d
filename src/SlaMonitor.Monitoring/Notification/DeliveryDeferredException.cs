namespace SlaMonitor.Monitoring.Notification;

/// <summary>The mail system cannot take the mail now: the message stays in the queue and comes again.</summary>
public sealed class DeliveryDeferredException : Exception
{
    /// <summary>Says what the mail system said.</summary>
    public DeliveryDeferredException(string reason)
        : base(reason)
    {
    }
}
