using System.Text.Json.Serialization;
using NodaTime;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Health.Findings;

/// <summary>How the monitor is, with all that was seen.</summary>
public sealed record HealthView
{
    /// <summary>The worst of all <see cref="Checks"/>.</summary>
    public required HealthStatus Status { get; init; }

    /// <summary>The monitor's clock.</summary>
    public required Instant Now { get; init; }

    /// <summary>The agreement versions in force or to come.</summary>
    public IReadOnlyList<string> Agreements { get; init; } = [];

    /// <summary>The earliest moment that should have been looked at and has not been: how far the evaluation lags.</summary>
    public Instant? OldestDue { get; init; }

    /// <summary>The last evaluation that came to an end, by whichever process.</summary>
    public EvaluationView? LastEvaluation { get; init; }

    /// <summary>Whether mails leave.</summary>
    public MailsView? Mails { get; init; }

    /// <summary>The notification queue.</summary>
    public QueueDepth? Queue { get; init; }

    /// <summary>The disk that the data folder is on; nothing where the monitor keeps its data elsewhere.</summary>
    public DiskView? Disk { get; init; }

    /// <summary>What is wrong and what to do about it, the worst first.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>What was looked at, and how each is.</summary>
    public required IReadOnlyDictionary<string, HealthStatus> Checks { get; init; }

    /// <summary>What a person should look at some day, counted since this process began.</summary>
    public required IReadOnlyDictionary<string, long> Counts { get; init; }

    /// <summary>Whether events can be taken, deadlines are looked at, and mails can leave.</summary>
    [JsonIgnore]
    public bool IsAtWork => Status != HealthStatus.Unhealthy;
}
