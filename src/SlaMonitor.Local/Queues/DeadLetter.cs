namespace SlaMonitor.Local.Queues;

/// <summary>Why a message is given up.</summary>
public sealed record DeadLetter(string Reason, string Description);
