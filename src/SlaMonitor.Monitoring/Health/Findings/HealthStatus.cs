namespace SlaMonitor.Monitoring.Health.Findings;

/// <summary>How something is, better before worse.</summary>
public enum HealthStatus
{
    /// <summary>All is well.</summary>
    Healthy,

    /// <summary>The monitor works, and a person should look at something.</summary>
    Degraded,

    /// <summary>Events cannot be taken, deadlines are not looked at, or mails cannot leave.</summary>
    Unhealthy,
}
