namespace SlaMonitor.Local.Queues;

/// <summary>How many messages a queue holds.</summary>
/// <param name="Active">Waiting or being handled.</param>
/// <param name="DeadLettered">Given up.</param>
/// <param name="PutOff">Sent to come later.</param>
public sealed record QueueCounts(long Active, long DeadLettered, long PutOff = 0);
