using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Health.Probes;

/// <summary>
/// Whether the agreements in force are those of the folder, and the on-call calendars those of their servers. What was read last stays in
/// force, so that nothing stops; but it is not what somebody has written.
/// </summary>
internal sealed class AgreementProbe(IAgreementSource agreements) : IHealthProbe
{
    public string Name => "agreements";

    public bool IsVital => false;

    public async Task<ProbeResult> LookAsync(CancellationToken cancellationToken)
    {
        var book = await agreements.GetTermsAsync(cancellationToken);
        var versions = book.Agreements
            .SelectMany(history => history.Versions)
            .Select(version => $"{version.Id} v{version.Version}")
            .ToList();
        return ProbeResult.DegradedWhere(agreements.Troubles) with { Show = view => view with { Agreements = versions } };
    }
}
