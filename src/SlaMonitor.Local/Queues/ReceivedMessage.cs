namespace SlaMonitor.Local.Queues;

/// <summary>A message locked for one receiver. <paramref name="Sequence"/> and <paramref name="DeliveryCount"/> together identify the lock:
/// every delivery counts one up, so an earlier receiver cannot settle a later delivery. <paramref name="Deaths"/> is how often the
/// process died while it had the message.</summary>
public sealed record ReceivedMessage(
    string Queue, long Sequence, string MessageId, string Body, string? Subject, string? CorrelationId, int DeliveryCount,
    DateTimeOffset LockedUntil, int Deaths = 0);
