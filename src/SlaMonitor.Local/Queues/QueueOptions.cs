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

    /// <summary>How often the process may die with a message before the message has to wait. Default 3.</summary>
    public int DeathsBeforeWaiting { get; init; } = 3;

    /// <summary>
    /// The wait of a message with which the process has died too often: it doubles for each later death, up to an hour. A message that
    /// crashes the process must not crash it without end, and one that was only under way when the power failed must not be given up.
    /// Default five seconds.
    /// </summary>
    public TimeSpan FirstWaitAfterDeaths { get; init; } = TimeSpan.FromSeconds(5);

    internal TimeSpan WaitAfterDeaths(int deaths)
    {
        if (deaths <= DeathsBeforeWaiting) return TimeSpan.Zero;

        var wait = FirstWaitAfterDeaths * Math.Pow(2, Math.Min(deaths - DeathsBeforeWaiting - 1, 30));
        return wait < TimeSpan.FromHours(1) ? wait : TimeSpan.FromHours(1);
    }

    internal TimeSpan RedeliveryDelay(int deliveryCount)
    {
        var doublings = Math.Min(Math.Max(deliveryCount, 1) - 1, 30);
        var delay = FirstRedeliveryDelay * Math.Pow(2, doublings);
        return delay < MaxRedeliveryDelay ? delay : MaxRedeliveryDelay;
    }
}
