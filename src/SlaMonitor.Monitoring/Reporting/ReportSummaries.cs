using NodaTime;
using NodaTime.Extensions;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Figures;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Mails.Mime;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Reporting;

/// <summary>
/// What is remembered of reports: the figures of those that were sent, to say later what has changed, and of each month that is over, for
/// the trend of later ones. So no report reads the promises of another month.
/// </summary>
public sealed class ReportSummaries(IMonitorNotes notes, IMailManifests manifests, IClock clock, TimeProvider time)
{
    private const string Sent = "report ";
    private const string Month = "month ";

    /// <summary>What was last sent of a span; <c>null</c> where nothing was.</summary>
    /// <param name="agreementId">The agreement.</param>
    /// <param name="span">The days.</param>
    /// <param name="reader">The address that it was sent to; <c>null</c>: to whomever.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task<ReportSummary?> FindSentAsync(
        string agreementId, ReportSpan span, string? reader, CancellationToken cancellationToken) =>
        await manifests.FindAsync(SentName(agreementId, span, reader), cancellationToken) is { } sent
            ? ReportSummaryJson.Read<ReportSummary>(sent.Body)
            : null;

    /// <summary>
    /// Remembers what was sent to a reader, and that it is the last that was sent to anybody. The customer may get it days after the
    /// provider, and what changed in between is no news to them.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task KeepSentAsync(ReportSummary sent, string reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(reader);
        var (figures, now) = (ReportSummaryJson.Write(sent), clock.GetCurrentInstant());
        foreach (var to in new[] { reader, null })
            await manifests.KeepAsync(new MailManifest(SentName(sent.AgreementId, sent.Span, to), figures, now), cancellationToken);
    }

    /// <summary>Whether a manifest says what was sent to an address.</summary>
    internal static bool IsSentTo(string mailId, string address) =>
        IsSent(mailId) && mailId.EndsWith(EndOf(address), StringComparison.Ordinal);

    /// <summary>The figures of a month as its last report had them; <c>null</c> where there was none since it is over.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task<TrendMonth?> FindMonthAsync(string agreementId, ReportSpan month, CancellationToken cancellationToken) =>
        await notes.FindAsync(MonthName(agreementId, month), cancellationToken) is { } note
        && ReportSummaryJson.Read<MonthFigures>(note.Text) is { } figures
            ? new TrendMonth(month, figures.Promises, figures.Tickets)
            : null;

    /// <summary>Remembers the figures of a month, where they are not those that are remembered.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task KeepMonthAsync(Report report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        var name = MonthName(report.Terms.Id, report.Span);
        var text = ReportSummaryJson.Write(new MonthFigures(report.Promises, report.Tickets));
        if (await notes.FindAsync(name, cancellationToken) is { } known && known.Text == text) return;

        await notes.KeepAsync(new MonitorNote(name, text, time.GetCurrentInstant()), cancellationToken);
    }

    /// <summary>Whether a manifest holds the figures of a report that was sent.</summary>
    internal static bool IsSent(string mailId) => mailId.StartsWith(Sent, StringComparison.Ordinal);

    /// <summary>Whether a note holds the figures of a month.</summary>
    internal static bool IsMonth(string note) => note.StartsWith(Month, StringComparison.Ordinal);

    private static string SentName(string agreementId, object span, string? reader) =>
        $"{Sent}{agreementId} {span}{(reader is null ? string.Empty : EndOf(reader))}";

    /// <summary>A digest, so that the address is not to be read there.</summary>
    private static string EndOf(string reader) => $" to {MailIds.Hash(reader.Trim().ToLowerInvariant())}";

    private static string MonthName(string agreementId, ReportSpan month) => $"{Month}{agreementId} {month}";

    private sealed record MonthFigures(PromiseCounts Promises, TicketCounts Tickets);
}
