using SlaMonitor.Monitoring.Health.Findings;

namespace SlaMonitor.Monitoring.Views;

/// <summary>The health for whoever may not know more.</summary>
/// <param name="Status">How the monitor is.</param>
public sealed record HealthStatusView(HealthStatus Status);
