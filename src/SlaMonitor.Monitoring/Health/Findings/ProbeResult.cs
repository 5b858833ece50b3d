namespace SlaMonitor.Monitoring.Health.Findings;

/// <summary>What a look at one thing came to.</summary>
/// <param name="Status">How it is.</param>
/// <param name="Reasons">Why it is not well and what to do about it, in sentences; nothing where it is well.</param>
public sealed record ProbeResult(HealthStatus Status, IReadOnlyList<string> Reasons)
{
    /// <summary>All is well.</summary>
    public static ProbeResult Ok { get; } = new(HealthStatus.Healthy, []);

    /// <summary>What was seen beside that, put into the view.</summary>
    public Func<HealthView, HealthView> Show { get; init; } = view => view;

    /// <summary>A person should look.</summary>
    public static ProbeResult Degraded(params IReadOnlyList<string> reasons) => new(HealthStatus.Degraded, reasons);

    /// <summary>The monitor cannot work.</summary>
    public static ProbeResult Unhealthy(params IReadOnlyList<string> reasons) => new(HealthStatus.Unhealthy, reasons);

    /// <summary>Degraded where there is a reason, else well.</summary>
    public static ProbeResult DegradedWhere(IReadOnlyList<string> reasons) => reasons.Count == 0 ? Ok : Degraded(reasons);
}
