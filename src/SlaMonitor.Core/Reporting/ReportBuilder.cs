using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Reporting.Credits;
using SlaMonitor.Core.Reporting.Figures;
using SlaMonitor.Core.Reporting.Outcomes;

namespace SlaMonitor.Core.Reporting;

/// <summary>
/// Counts promises and tickets one by one, in any order, and makes a report of them. Of each it keeps a number; whole it keeps only those
/// that the report lists. Each promise and ticket must be added once.
/// </summary>
public sealed class ReportBuilder
{
    private readonly ReportScope _scope;
    private readonly List<FeePeriodTally> _feePeriods;
    private readonly Tally _tally = new();
    private readonly TargetTallies _targets;
    private readonly GroupTally _groups = new();
    private readonly BreachTimes _breachTimes = new();
    private readonly List<CountedPromise> _breaches = [];
    private readonly List<CountedPromise> _cancellations = [];
    private readonly List<CountedPromise> _atRisk = [];
    private readonly List<CountedPromise> _agreedDues = [];
    private HeldTimes _held;
    private BusinessDuration _excluded;

    /// <summary>Begins a report.</summary>
    /// <param name="scope">What it is about.</param>
    public ReportBuilder(ReportScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        _scope = scope;
        _feePeriods = FeePeriodTally.All(scope);
        _targets = new TargetTallies(scope.Terms);
    }

    /// <summary>Counts a promise, if it belongs into the report.</summary>
    /// <returns>As what it was counted; <c>null</c> where it was not.</returns>
    public CountedPromise? Add(ClockOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (_scope.Count(outcome) is not { } promise) return null;

        var counts = PromiseTally.Of(promise);
        _tally.Add(outcome.TargetId, counts);
        _groups.Add(outcome.Facts, counts);
        _targets.Add(promise);
        if (promise.DecidedOn is { } on)
        {
            foreach (var period in _feePeriods) period.Add(on.Date, outcome.TargetId, counts);
        }

        if (counts.Decided > 0)
        {
            _held += outcome.Held;
            _excluded += outcome.Excluded;
        }

        List(promise);
        return promise;
    }

    /// <summary>Counts a ticket for whatever happened to it in the span.</summary>
    public void Add(TicketOutcome ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        if (!string.Equals(ticket.AgreementId, _scope.History.Id, StringComparison.Ordinal)) return;

        foreach (var (at, counts) in TicketMoments.Of(ticket))
        {
            if (at > _scope.AsOf) continue;

            var day = _scope.WallOf(ticket.AgreementVersion, at).Date;
            if (_scope.Span.Contains(day)) _tally.Add(counts);
            foreach (var period in _feePeriods) period.Add(day, counts);
        }
    }

    /// <summary>Counts a ticket with all its promises.</summary>
    public void Add(TicketOutcomes outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);

        foreach (var clock in outcomes.Clocks) Add(clock);
        if (outcomes.Ticket is { } ticket) Add(ticket);
    }

    /// <summary>Makes the report of what was added.</summary>
    /// <param name="trend">The months before this one, as their own reports had them.</param>
    /// <param name="lastSent">The report on the same span that was last sent, if one was.</param>
    public Report Build(IEnumerable<TrendMonth>? trend = null, ReportSummary? lastSent = null)
    {
        var measures = _tally.ToMeasures();
        var targets = _targets.ToFigures(measures);
        var report = new Report
        {
            Terms = _scope.Terms,
            Span = _scope.Span,
            AsOf = _scope.AsOf,
            IsOver = _scope.IsOver,
            Measures = measures,
            Targets = targets,
            Metrics = TargetTallies.ByMetric(targets),
            Groups = _groups.ToFigures(),
            Used = _targets.UsedOfAll(),
            BreachTimes = _breachTimes,
            Held = _held,
            Excluded = _excluded,
            Exclusions = ExclusionsIn(_scope),
            Indicators = IndicatorFigures.Of(_scope, measures),
            Credits = [.. _feePeriods.Select(period => period.Statement(_scope)).OfType<CreditStatement>()],
            Breaches = [.. _breaches.OrderBy(promise => promise.Outcome.DueAt).ThenBy(Name, StringComparer.Ordinal)],
            Cancellations = [.. _cancellations.OrderBy(promise => promise.Outcome.EndedAt).ThenBy(Name, StringComparer.Ordinal)],
            AtRisk =
            [
                .. _atRisk.OrderBy(promise => promise.Outcome.DueAt is null)
                    .ThenBy(promise => promise.Outcome.DueAt).ThenBy(Name, StringComparer.Ordinal),
            ],
            AgreedDues = [.. _agreedDues.OrderBy(promise => promise.Outcome.DueAt).ThenBy(Name, StringComparer.Ordinal)],
            Trend = [.. trend ?? []],
        };
        return lastSent is null ? report : report with { Restated = Restatement.Of(lastSent, report) };
    }

    private static string Name(CountedPromise promise) => $"{promise.Outcome.TicketId} {promise.Outcome.ClockId}";

    private static List<Exclusion> ExclusionsIn(ReportScope scope) =>
    [
        .. scope.History.Versions
            .SelectMany(version => version.Exclusions, (version, exclusion) => (Span: scope.Span.In(version.TimeZone), exclusion))
            .Where(row => row.exclusion.Span.Start < row.Span.End && row.exclusion.Span.End > row.Span.Start)
            .Select(row => row.exclusion)
            .Distinct()
            .OrderBy(exclusion => exclusion.Span.Start),
    ];

    private void List(in CountedPromise promise)
    {
        if (promise.Outcome.ComputedDue is not null) _agreedDues.Add(promise);
        switch (promise.State)
        {
            case ClockState.Breached:
                _breaches.Add(promise);
                _breachTimes.Add(promise.DecidedOn!.Value);
                break;
            case ClockState.Cancelled:
                _cancellations.Add(promise);
                break;
            default:
                if (promise.AtRisk) _atRisk.Add(promise);
                break;
        }
    }
}
