namespace SlaMonitor.Local.Queues;

/// <summary>Service Bus's own reasons, word for word, so that alerts and runbooks know one set.</summary>
internal static class DeadLetterReasons
{
    public const string MaxDeliveryCountExceeded = "MaxDeliveryCountExceeded";

    public const string TimeToLiveExpired = "TTLExpiredException";
}
