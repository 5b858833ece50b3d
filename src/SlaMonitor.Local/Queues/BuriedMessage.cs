namespace SlaMonitor.Local.Queues;

/// <summary>A message that the queue itself gave up.</summary>
internal sealed record BuriedMessage(string MessageId, string Reason, string Description);
