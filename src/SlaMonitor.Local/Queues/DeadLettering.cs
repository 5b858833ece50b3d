namespace SlaMonitor.Local.Queues;

/// <summary>Why a message is given up.</summary>
internal sealed record DeadLettering(string Reason, string Description);
