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
    Instant EnqueuedAt);
