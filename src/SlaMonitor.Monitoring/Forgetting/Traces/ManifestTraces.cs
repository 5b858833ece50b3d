using SlaMonitor.Core.Erasing;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Reporting;

namespace SlaMonitor.Monitoring.Forgetting.Traces;

/// <summary>
/// What each mail carried. What names the person is dropped: should the mail come back late, nobody else is told instead.
/// </summary>
internal sealed class ManifestTraces(IMailManifests manifests) : IPersonTraces
{
    private const int PageSize = 200;

    public string What => "mails";

    public async Task<ErasedTraces> EraseAsync(PersonNames person, string? after, CancellationToken cancellationToken)
    {
        var page = await manifests.ReadAllAsync(keptBefore: null, after, PageSize, cancellationToken);
        var named = page.Kept.Where(manifest => ReportSummaries.IsSent(manifest.MailId)
            ? person.All.Any(name => ReportSummaries.IsSentTo(manifest.MailId, name))
            : PersonInOrder.Is(manifest.Body, person)).ToList();
        foreach (var manifest in named) await manifests.DropAsync(manifest.MailId, cancellationToken);
        return new(named.Count, page.Next);
    }
}
