namespace SlaMonitor.Local.Queues;

/// <summary>How many messages a queue holds.</summary>
/// <param name="Active">Waiting, delayed or being handled.</param>
/// <param name="DeadLettered">Given up.</param>
public sealed record QueueCounts(long Active, long DeadLettered);
