namespace SlaMonitor.Local.Queues;

/// <summary>A message that was given up, with the reason; it stays until it is replayed.</summary>
public sealed record DeadLetteredMessage(
    long Sequence,
    string MessageId,
    string Body,
    string? Subject,
    string? CorrelationId,
    int DeliveryCount,
    string Reason,
    string Description,
    DateTimeOffset EnqueuedAt,
    DateTimeOffset DeadLetteredAt);
