namespace SlaMonitor.Local.Queues;

/// <summary>Why a message is given up.</summary>
public sealed record DeadLettering(string Reason, string Description);
