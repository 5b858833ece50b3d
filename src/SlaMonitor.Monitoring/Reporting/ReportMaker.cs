using NodaTime;
using SlaMonitor.Core.Agreements.Indicators;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Figures;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Reporting;

/// <summary>
/// Makes reports from what is filed. The cost of one grows with what was decided in its days and with what is open, and not with all that
/// was ever decided.
/// </summary>
public sealed class ReportMaker(
    PromiseReader promises, IAgreementSource agreements, FiledTerms filed, ReportSummaries summaries, IClock clock)
{
    /// <summary>How many months a trend has, with that of the report.</summary>
    public const int TrendMonths = 12;

    /// <summary>An agreement by its name, in all its versions; <c>null</c> where there is none.</summary>
    public async Task<AgreementHistory?> FindAsync(string agreementId, CancellationToken cancellationToken)
    {
        var book = await agreements.GetTermsAsync(cancellationToken);
        return book.Agreements.FirstOrDefault(history => string.Equals(history.Id, agreementId, StringComparison.Ordinal));
    }

    /// <summary>Whether a span has begun, by the wall of an agreement's last version.</summary>
    public bool HasBegun(AgreementHistory history, ReportSpan span)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(span);
        return span.In(history.Versions[^1].TimeZone).Start <= clock.GetCurrentInstant();
    }

    /// <summary>The report on an agreement, as of now.</summary>
    /// <param name="history">The agreement.</param>
    /// <param name="span">The days.</param>
    /// <param name="onPromise">Is told of each promise that is counted, for who lists them; the report itself names only some.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public Task<Report> MakeAsync(
        AgreementHistory history, ReportSpan span, Action<CountedPromise>? onPromise, CancellationToken cancellationToken) =>
        MakeAsync(history, span, onPromise, onTicket: null, reader: null, cancellationToken);

    /// <inheritdoc cref="MakeAsync(AgreementHistory, ReportSpan, Action{CountedPromise}, CancellationToken)"/>
    /// <param name="history">The agreement.</param>
    /// <param name="span">The days.</param>
    /// <param name="onPromise">Is told of each promise that is counted.</param>
    /// <param name="reader">The address of whoever gets it: they are told what has changed since it was last sent to them.</param>
    /// <param name="cancellationToken">Stops.</param>
    public Task<Report> MakeAsync(
        AgreementHistory history, ReportSpan span, Action<CountedPromise>? onPromise, string reader,
        CancellationToken cancellationToken) =>
        MakeAsync(history, span, onPromise, onTicket: null, reader, cancellationToken);

    /// <inheritdoc cref="MakeAsync(AgreementHistory, ReportSpan, Action{CountedPromise}, CancellationToken)"/>
    /// <param name="history">The agreement.</param>
    /// <param name="span">The days.</param>
    /// <param name="onPromise">Is told of each promise that is counted.</param>
    /// <param name="onTicket">Is told of each ticket to which something happened about that time, with the scope that decides it.</param>
    /// <param name="cancellationToken">Stops.</param>
    public Task<Report> MakeAsync(
        AgreementHistory history, ReportSpan span, Action<CountedPromise>? onPromise, Action<TicketOutcome, ReportScope>? onTicket,
        CancellationToken cancellationToken) =>
        MakeAsync(history, span, onPromise, onTicket, reader: null, cancellationToken);

    private async Task<Report> MakeAsync(
        AgreementHistory history, ReportSpan span, Action<CountedPromise>? onPromise, Action<TicketOutcome, ReportScope>? onTicket,
        string? reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(span);

        var scope = new ReportScope(history, span, clock.GetCurrentInstant());
        var builder = new ReportBuilder(scope);
        // Each promise counts by the wall of the version that made it, and versions may be of different zones.
        var spans = history.Versions.Select(version => span.In(version.TimeZone)).ToList();
        var (from, to) = (spans.Min(one => one.Start), spans.Max(one => one.End));
        await foreach (var promise in promises.ReadAsync(history.Id, from, to, cancellationToken))
        {
            if (builder.Add(promise) is { } counted) onPromise?.Invoke(counted);
        }

        await foreach (var ticket in promises.ReadTicketsAsync(history.Id, from, to, cancellationToken))
        {
            builder.Add(ticket);
            onTicket?.Invoke(ticket, scope);
        }

        var trend = await TrendBeforeAsync(history.Id, span, cancellationToken);
        var report = builder.Build(trend, await summaries.FindSentAsync(history.Id, span, reader, cancellationToken));
        report = report with { Trend = [.. report.Trend, .. Present(report)], Remarks = await RemarksAsync(cancellationToken) };
        return report;
    }

    /// <summary>Remembers the figures of a whole report on a month that is over, for the trend of later ones.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task RememberAsync(Report report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        // What lacks tickets would stay in the trend as if it were all.
        if (report is { IsOver: true, Span.Unit: ReportPeriod.Month } && !report.Remarks.Contains(ReportRemark.BeingFiled))
            await summaries.KeepMonthAsync(report, cancellationToken);
    }

    private async Task<IReadOnlyList<ReportRemark>> RemarksAsync(CancellationToken cancellationToken) =>
        await filed.AreAllAsync(cancellationToken) ? [] : [ReportRemark.BeingFiled];

    private static IEnumerable<TrendMonth> Present(Report report) =>
        ReportSummary.Of(report).ToTrendMonth() is { } month ? [month] : [];

    private async Task<IReadOnlyList<TrendMonth>> TrendBeforeAsync(
        string agreementId, ReportSpan span, CancellationToken cancellationToken)
    {
        if (span.Unit != ReportPeriod.Month) return [];

        var months = new List<ReportSpan>();
        for (var month = span.Previous; months.Count < TrendMonths - 1; month = month.Previous) months.Add(month);
        var known = await Task.WhenAll(months.Select(month => summaries.FindMonthAsync(agreementId, month, cancellationToken)));
        return [.. known.OfType<TrendMonth>().OrderBy(month => month.Month.First)];
    }
}
