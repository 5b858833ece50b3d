using NodaTime;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Reporting;

namespace SlaMonitor.Monitoring.Retention;

/// <summary>Drops what mails carried that nobody tells of any more, and the figures of reports that were sent.</summary>
public sealed class OldMails(IMailManifests manifests)
{
    /// <summary>Drops what may be dropped of a page.</summary>
    /// <returns>How many, and where the next page begins.</returns>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    internal async Task<(int Dropped, string? Next)> DropAsync(
        Instant mailsBefore, Instant reportsBefore, string? after, int most, CancellationToken cancellationToken)
    {
        // Either may be kept for longer than the other.
        var page = await manifests.ReadAllAsync(Instant.Max(mailsBefore, reportsBefore), after, most, cancellationToken);
        var old = page.Kept
            .Where(mail => mail.KeptAt < (ReportSummaries.IsSent(mail.MailId) ? reportsBefore : mailsBefore))
            .ToList();
        foreach (var mail in old) await manifests.DropAsync(mail.MailId, cancellationToken);
        return (old.Count, page.Next);
    }
}
