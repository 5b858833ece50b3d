namespace SlaMonitor.Local.Queues;

/// <summary>What every queue on this machine does; the defaults are those of the queues in <c>infra/</c>.</summary>
public sealed record QueueOptions
{
    /// <summary>How long a receiver may keep a message without renewing. Default one minute.</summary>
    public TimeSpan LockDuration { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often a message is delivered before it is dead-lettered. Default 10.</summary>
    public int MaxDeliveryCount { get; init; } = 10;

    /// <summary>How long a message id is remembered. Default ten minutes.</summary>
    public TimeSpan DuplicateDetectionWindow { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a message may wait before it is dead-lettered. Default 14 days.</summary>
    public TimeSpan TimeToLive { get; init; } = TimeSpan.FromDays(14);

    /// <summary>The wait before the second delivery; it doubles for each later one. Service Bus redelivers at once, and burns ten
    /// deliveries in a second; a single machine would rather wait for what is away to come back. Default one second.</summary>
    public TimeSpan FirstRedeliveryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait before a redelivery. Default one minute.</summary>
    public TimeSpan MaxRedeliveryDelay { get; init; } = TimeSpan.FromMinutes(1);

    internal TimeSpan RedeliveryDelay(int deliveryCount)
    {
        var doublings = Math.Min(Math.Max(deliveryCount, 1) - 1, 30);
        var delay = FirstRedeliveryDelay * Math.Pow(2, doublings);
        return delay < MaxRedeliveryDelay ? delay : MaxRedeliveryDelay;
    }
}
