using NodaTime;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Views;

/// <summary>How the monitor is.</summary>
/// <param name="Status"><c>healthy</c>, or <c>unhealthy</c> while events cannot be taken or told of.</param>
/// <param name="Now">The monitor's clock.</param>
/// <param name="Agreements">The agreement versions in force or to come.</param>
/// <param name="OldestDue">The earliest moment that should have been looked at and has not been: how far the evaluation lags.</param>
/// <param name="Queue">The notification queue.</param>
/// <param name="Problems">What is wrong.</param>
/// <param name="Counts">What a person should look at some day, counted since this process began.</param>
public sealed record HealthView(
    string Status, Instant Now, IReadOnlyList<string> Agreements, Instant? OldestDue, QueueDepth? Queue, IReadOnlyList<string> Problems,
    IReadOnlyDictionary<string, long> Counts)
{
    /// <summary>Whether nothing is wrong that keeps the monitor from its work.</summary>
    internal static string StatusOf(bool isHealthy) => isHealthy ? "healthy" : "unhealthy";

    /// <summary>Whether the monitor can do its work.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsHealthy => Status == StatusOf(true);
}
