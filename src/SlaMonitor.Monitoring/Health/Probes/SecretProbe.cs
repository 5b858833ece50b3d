using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Secrets;

namespace SlaMonitor.Monitoring.Health.Probes;

/// <summary>Whether all secrets have come from the Key Vault.</summary>
internal sealed class SecretProbe(UnresolvedSecrets secrets) : IHealthProbe
{
    public string Name => "secrets";

    public bool IsVital => true;

    public Task<ProbeResult> LookAsync(CancellationToken cancellationToken) =>
        Task.FromResult(secrets.Problems.Count == 0 ? ProbeResult.Ok : ProbeResult.Unhealthy(secrets.Problems));
}
