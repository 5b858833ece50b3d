using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Reporting.Credits;
using SlaMonitor.Core.Reporting.Figures;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Core.Reporting.Periods;

namespace SlaMonitor.Core.Reporting;

/// <summary>What was kept in a span of days, what was broken, why, and what that costs.</summary>
public sealed record Report
{
    /// <summary>The version whose title, language and indicators the report has: the last that had taken effect.</summary>
    public required Agreement Terms { get; init; }

    /// <summary>The days.</summary>
    public required ReportSpan Span { get; init; }

    /// <summary>The time of the report.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>Whether the span is over, so that only late news can change the report.</summary>
    public required bool IsOver { get; init; }

    /// <summary>All that indicators and credits ask of the span.</summary>
    public required Measures Measures { get; init; }

    /// <summary>Every promise together.</summary>
    public PromiseCounts Promises => Measures.Promises;

    /// <summary>The tickets.</summary>
    public TicketCounts Tickets => Measures.Tickets;

    /// <summary>The best rating of the agreement's scale, which every satisfaction in the report is shown on.</summary>
    public int BestRating => Terms.Indicators.Satisfaction?.Of ?? TicketCounts.BestRating;

    /// <summary>What a reader has to know before they rely on the figures.</summary>
    public IReadOnlyList<ReportRemark> Remarks { get; init; } = [];

    /// <summary>Each target: those of <see cref="Terms"/> in file order, and then those of other versions that have promises.</summary>
    public required IReadOnlyList<TargetFigures> Targets { get; init; }

    /// <summary>Each metric, in the order of <see cref="Targets"/>.</summary>
    public required IReadOnlyList<MetricFigures> Metrics { get; init; }

    /// <summary>Each customer, category, priority, group and agent: those with the most broken promises first.</summary>
    public required IReadOnlyDictionary<ReportDimension, IReadOnlyList<GroupFigures>> Groups { get; init; }

    /// <summary>How much of the budgets was used; <c>null</c> where nothing was decided.</summary>
    public required UsedBudget? Used { get; init; }

    /// <summary>When promises broke.</summary>
    public required BreachTimes BreachTimes { get; init; }

    /// <summary>The open time that statuses took from the promises that were decided.</summary>
    public required HeldTimes Held { get; init; }

    /// <summary>The open time that exclusions took from them.</summary>
    public required BusinessDuration Excluded { get; init; }

    /// <summary>The agreed exclusions that fall into the span.</summary>
    public required IReadOnlyList<Exclusion> Exclusions { get; init; }

    /// <summary>What was promised over a period.</summary>
    public required IReadOnlyList<IndicatorFigure> Indicators { get; init; }

    /// <summary>
    /// A statement for each fee period that lies in the span whole and for which something is paid. None where no credit was agreed.
    /// </summary>
    public required IReadOnlyList<CreditStatement> Credits { get; init; }

    /// <summary>The promises that were broken, in the order in which they were.</summary>
    public required IReadOnlyList<CountedPromise> Breaches { get; init; }

    /// <summary>The promises that lapsed, in order.</summary>
    public required IReadOnlyList<CountedPromise> Cancellations { get; init; }

    /// <summary>The open promises that are at risk, those that are due first first, and those that are held last.</summary>
    public required IReadOnlyList<CountedPromise> AtRisk { get; init; }

    /// <summary>The promises for whose ticket a due time was agreed: decided ones, lapsed ones and open ones, by that due time.</summary>
    public required IReadOnlyList<CountedPromise> AgreedDues { get; init; }

    /// <summary>The months up to this one, earliest first, as far as they are known.</summary>
    public IReadOnlyList<TrendMonth> Trend { get; init; } = [];

    /// <summary>What late news changed since the report was last sent; <c>null</c> where it was not, or nothing changed.</summary>
    public Restatement? Restated { get; init; }
}
