using NodaTime;
using SlaMonitor.Core.Agreements.Indicators;
using SlaMonitor.Core.Reporting.Figures;
using SlaMonitor.Core.Reporting.Periods;

namespace SlaMonitor.Core.Reporting;

/// <summary>
/// The figures of a report as it was sent: what a later report on the same span is compared with, and what the trend of later months is
/// made of. Small, and good to be kept as it is.
/// </summary>
public sealed record ReportSummary
{
    /// <summary>At most so many broken promises are kept by name.</summary>
    public const int MostBroken = 500;

    /// <summary>The agreement.</summary>
    public required string AgreementId { get; init; }

    /// <summary>The days, as <see cref="ReportSpan.Parse"/> reads them.</summary>
    public required string Span { get; init; }

    /// <summary>The time of the report.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>Every promise together.</summary>
    public required PromiseCounts Promises { get; init; }

    /// <summary>The promises of each target, by its id.</summary>
    public required IReadOnlyDictionary<string, PromiseCounts> Targets { get; init; }

    /// <summary>The tickets.</summary>
    public required TicketCounts Tickets { get; init; }

    /// <summary>What each fee period costs, by the period.</summary>
    public required IReadOnlyDictionary<string, decimal> Credits { get; init; }

    /// <summary>The promises that were broken, the earliest of them.</summary>
    public required IReadOnlyList<BrokenPromise> Broken { get; init; }

    /// <summary>Keeps the figures of a report.</summary>
    public static ReportSummary Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new ReportSummary
        {
            AgreementId = report.Terms.Id,
            Span = report.Span.ToString(),
            AsOf = report.AsOf,
            Promises = report.Promises,
            Targets = report.Targets.ToDictionary(target => target.Target, target => target.Promises, StringComparer.Ordinal),
            Tickets = report.Tickets,
            Credits = report.Credits.ToDictionary(
                statement => statement.Period.ToString(), statement => statement.Total, StringComparer.Ordinal),
            Broken = [.. report.Breaches.Take(MostBroken).Select(BrokenPromise.Of)],
        };
    }

    /// <summary>The month in a trend; <c>null</c> where the report was about another span.</summary>
    public TrendMonth? ToTrendMonth() =>
        ReportSpan.Parse(Span) is { Unit: ReportPeriod.Month } month ? new TrendMonth(month, Promises, Tickets) : null;
}
