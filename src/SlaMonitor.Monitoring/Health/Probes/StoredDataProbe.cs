using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Health.Probes;

/// <summary>What is known to be wrong with what is stored, as a database that was found damaged after an unclean stop.</summary>
internal sealed class StoredDataProbe(IEnumerable<IStoreProblems> stores) : IHealthProbe
{
    public string Name => "storedData";

    public bool IsVital => true;

    public Task<ProbeResult> LookAsync(CancellationToken cancellationToken)
    {
        var problems = stores.SelectMany(store => store.Problems).ToList();
        return Task.FromResult(problems.Count == 0 ? ProbeResult.Ok : ProbeResult.Unhealthy(problems));
    }
}
