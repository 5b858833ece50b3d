namespace SlaMonitor.Monitoring.Notification.Orders;

/// <summary>A message that no repetition can help: it belongs with the dead letters, with this reason and description.</summary>
public sealed class PoisonMessageException : Exception
{
    /// <summary>Service Bus takes 4,096 characters, and nobody reads as many.</summary>
    private const int LongestDescription = 1024;

    /// <summary>Says why the message is hopeless.</summary>
    /// <param name="reason">A short reason in one word, for sorting.</param>
    /// <param name="description">What happened, in the words of who refused it.</param>
    public PoisonMessageException(string reason, string description)
        : base(description.Length <= LongestDescription ? description : description[..LongestDescription] + "…") => Reason = reason;

    /// <summary>The reason in one word.</summary>
    public string Reason { get; }
}
