using NodaTime;
using SlaMonitor.Core.Reporting.Credits;
using SlaMonitor.Core.Reporting.Figures;
using SlaMonitor.Core.Reporting.Periods;

namespace SlaMonitor.Core.Reporting;

/// <summary>Adds up the measures of one fee period of a report.</summary>
/// <param name="period">The period.</param>
internal sealed class FeePeriodTally(ReportSpan period)
{
    private readonly Tally _tally = new();

    /// <summary>One for each fee period that lies in the report's span whole; none where no credit was agreed.</summary>
    public static List<FeePeriodTally> All(ReportScope scope) =>
        scope.Terms is { Fees: { } fees, Credits: not null }
            ? [.. scope.Span.Whole(fees.Per).Select(period => new FeePeriodTally(period))]
            : [];

    public void Add(LocalDate day, string target, PromiseCounts counts)
    {
        if (period.Contains(day)) _tally.Add(target, counts);
    }

    public void Add(LocalDate day, TicketCounts counts)
    {
        if (period.Contains(day)) _tally.Add(counts);
    }

    public CreditStatement? Statement(ReportScope scope) =>
        CreditStatement.Of(scope.History, period, _tally.ToMeasures(), scope.AsOf >= period.In(scope.Terms.TimeZone).End);
}
