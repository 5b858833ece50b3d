namespace SlaMonitor.Monitoring.Health.Findings;

/// <summary>
/// Looks at one thing that the monitor needs. It is asked at most once in a few seconds, whoever wants to know. It may throw an
/// <see cref="Ports.UnavailableException"/>, whose message is the reason then.
/// </summary>
public interface IHealthProbe
{
    /// <summary>What it looks at, in a word.</summary>
    string Name { get; }

    /// <summary>Whether the monitor cannot work when this cannot be answered; else a person should look, and it works.</summary>
    bool IsVital { get; }

    /// <summary>Looks now.</summary>
    Task<ProbeResult> LookAsync(CancellationToken cancellationToken);
}
