using System.Globalization;
using NodaTime;

namespace SlaMonitor.Monitoring.Ports;

/// <summary>A message that the queue has given up, or that was given up by who handled it.</summary>
/// <param name="Sequence">Its number in the queue, by which it is read and sent again.</param>
/// <param name="MessageId">The id that it was sent under.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="CorrelationId">The ticket.</param>
/// <param name="Body">JSON.</param>
/// <param name="Deliveries">How often it was handed to somebody.</param>
/// <param name="Reason">Why it was given up, in a word.</param>
/// <param name="Description">Why, in a sentence.</param>
/// <param name="EnqueuedAt">When it was put on the queue, by the queue's clock.</param>
public sealed record DeadLetter(
    long Sequence,
    string MessageId,
    string Subject,
    string CorrelationId,
    string Body,
    int Deliveries,
    string Reason,
    string Description,
    Instant EnqueuedAt)
{
    /// <summary>Between the id that a message was first sent under and what makes it another message.</summary>
    internal const char Again = '~';

    /// <summary>What is kept of an id: with what comes behind it stays below the 128 characters that an id may have.</summary>
    private const int LongestStem = 100;

    /// <summary>
    /// The id that a dead letter is sent again under, because a queue drops a repeated id in silence. It follows from the letter's number,
    /// so that sending it again once more after a crash is a repeat.
    /// </summary>
    /// <param name="messageId">The id that it was given up under.</param>
    /// <param name="sequence">Its number.</param>
    public static string IdToResend(string messageId, long sequence)
    {
        ArgumentNullException.ThrowIfNull(messageId);
        var first = messageId.Split(Again)[0];
        return string.Create(CultureInfo.InvariantCulture, $"{first[..Math.Min(first.Length, LongestStem)]}{Again}{sequence}");
    }
}
