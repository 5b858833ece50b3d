namespace SlaMonitor.Monitoring.Views;

/// <summary>What came of sending dead letters again.</summary>
/// <param name="Resent">How many are on the queue again.</param>
public sealed record ResentView(int Resent);
