namespace SlaMonitor.Monitoring.Notification;

/// <summary>What became of a queue message. Each but <see cref="Poison"/> has done with the message.</summary>
public abstract record NotificationOutcome
{
    /// <summary>The reason of a dead letter that nobody was left to be told instead.</summary>
    public const string NobodyReached = nameof(NobodyReached);

    private NotificationOutcome()
    {
    }

    /// <summary>The mail system has the mail.</summary>
    public sealed record Sent : NotificationOutcome;

    /// <summary>Everything in it was told before: nothing was sent.</summary>
    public sealed record AlreadyTold : NotificationOutcome;

    /// <summary>It could not be sent now, and lies in the queue again as a message of its own that comes later.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Deferred(string Reason) : NotificationOutcome;

    /// <summary>It belongs with the dead letters: no repetition helps before a person has mended something.</summary>
    /// <param name="Reason">A short reason in one word, for sorting.</param>
    /// <param name="Description">What happened, in the words of who refused it.</param>
    public sealed record Poison(string Reason, string Description) : NotificationOutcome
    {
        /// <summary>Service Bus takes 4,096 characters, and nobody reads as many.</summary>
        private const int LongestDescription = 1024;

        /// <summary>The description, cut to what every queue takes.</summary>
        public string Description { get; } =
            Description.Length <= LongestDescription ? Description : Description[..LongestDescription] + "…";
    }
}
