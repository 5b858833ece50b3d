namespace SlaMonitor.Local.Queues;

/// <summary>A message to send.</summary>
/// <param name="MessageId">
/// What makes a repeat recognisable: the same id within the queue's window is accepted and dropped. At most 128 characters.
/// </param>
/// <param name="Body">The text that the function is given.</param>
/// <param name="Subject">What the message is about, for whoever looks at dead letters.</param>
/// <param name="CorrelationId">What the message belongs to.</param>
/// <param name="TimeToLive">How long it may wait before it is dead-lettered; null for the queue's own limit.</param>
public sealed record QueueMessage(
    string MessageId, string Body, string? Subject = null, string? CorrelationId = null, TimeSpan? TimeToLive = null);
