namespace SlaMonitor.Monitoring.Ports;

/// <summary>How much lies in a queue.</summary>
/// <param name="Waiting">Messages that wait or are being handled, those that were put off included.</param>
/// <param name="DeadLettered">Messages that were given up.</param>
public sealed record QueueDepth(long Waiting, long DeadLettered);
