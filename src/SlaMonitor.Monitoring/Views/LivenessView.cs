namespace SlaMonitor.Monitoring.Views;

/// <summary>That the process answers.</summary>
/// <param name="Status">Always <c>live</c>.</param>
public sealed record LivenessView(string Status);
