using NodaTime;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Figures;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Core.Reporting.Periods;

namespace SlaMonitor.Mails.Reports;

/// <summary>What is behind a figure of a report. Whatever is <c>null</c> narrows nothing.</summary>
/// <param name="Span">The days.</param>
/// <param name="Subject">What is counted.</param>
public sealed record FigureQuery(ReportSpan Span, FigureSubject Subject)
{
    /// <summary>Only the promises of this target.</summary>
    public string? Target { get; init; }

    /// <summary>Only the promises of this metric, as the agreement writes it.</summary>
    public string? Metric { get; init; }

    /// <summary>Only those of one customer, category, priority, group or agent.</summary>
    public ReportDimension? By { get; init; }

    /// <summary>Which one, for <see cref="By"/>; <c>null</c> for those of which the helpdesk did not say.</summary>
    public string? Value { get; init; }

    /// <summary>Whether it counts tickets, and not promises.</summary>
    public bool IsOfTickets =>
        Subject is FigureSubject.Resolved or FigureSubject.GivenUp or FigureSubject.Reopened or FigureSubject.Rated;

    /// <summary>Whether the figure counts a promise of the report.</summary>
    public bool Counts(CountedPromise promise) =>
        IsSubject(promise)
        && (Target is null || string.Equals(promise.Outcome.TargetId, Target, StringComparison.Ordinal))
        && (Metric is null || string.Equals(promise.Outcome.Metric, Metric, StringComparison.Ordinal))
        && IsInGroup(promise.Outcome.Facts);

    /// <summary>Whether the figure counts a ticket.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="scope">The report's scope.</param>
    public bool Counts(TicketOutcome ticket, ReportScope scope)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(scope);
        return IsInGroup(ticket.Facts) && Subject switch
        {
            FigureSubject.Resolved => ticket.IsResolved && Covers(ticket.SettledAt!.Value),
            FigureSubject.GivenUp => ticket is { IsResolved: false, SettledAt: { } settled } && Covers(settled),
            FigureSubject.Reopened => ticket.Reopenings.Any(Covers),
            FigureSubject.Rated => ticket.Rating is { } rating && Covers(rating.At),
            _ => false,
        };

        bool Covers(Instant at) => scope.Covers(ticket.AgreementVersion, at);
    }

    private bool IsInGroup(OutcomeFacts facts) =>
        By is not { } by || string.Equals(ReportGroup.Of(facts, by), Value, StringComparison.Ordinal);

    private bool IsSubject(CountedPromise promise) => Subject switch
    {
        FigureSubject.Decided => promise.State is ClockState.Met or ClockState.Breached,
        FigureSubject.Met => promise.State == ClockState.Met,
        FigureSubject.Breached => promise.State == ClockState.Breached,
        FigureSubject.Cancelled => promise.State == ClockState.Cancelled,
        FigureSubject.Open => promise.State is ClockState.Running or ClockState.Paused,
        FigureSubject.AtRisk => promise.AtRisk,
        _ => false,
    };
}
