using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Core.Reporting.Periods;

namespace SlaMonitor.Core.Reporting;

/// <summary>
/// Which promises a report is about, and when they count: in the span in which they were decided, by the wall of the zone of the version
/// that made them. So each counts once, also where an amendment changed the zone.
/// </summary>
public sealed class ReportScope
{
    private readonly Dictionary<int, DateTimeZone> _zones;

    /// <summary>Draws the line.</summary>
    /// <param name="history">The agreement.</param>
    /// <param name="span">The days.</param>
    /// <param name="asOf">The time of the report: what it does not know yet is open.</param>
    public ReportScope(AgreementHistory history, ReportSpan span, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(span);

        (History, Span, AsOf) = (history, span, asOf);
        _zones = history.Versions.ToDictionary(version => version.Version, version => version.TimeZone);
        End = span.In(history.Versions[^1].TimeZone).End;
        Terms = history.Versions.LastOrDefault(version => version.EffectiveFrom <= span.Last) ?? history.Versions[0];
    }

    /// <summary>The agreement.</summary>
    public AgreementHistory History { get; }

    /// <summary>The days.</summary>
    public ReportSpan Span { get; }

    /// <summary>The time of the report.</summary>
    public Instant AsOf { get; }

    /// <summary>The version that had taken effect by the last day: its title, language and indicators are the report's.</summary>
    public Agreement Terms { get; }

    /// <summary>Whether the span is over, so that only late news can change the report.</summary>
    public bool IsOver => AsOf >= End;

    private Instant End { get; }

    /// <summary>Whether a promise belongs into the report, and as what.</summary>
    /// <returns>The promise; <c>null</c> where it does not.</returns>
    public CountedPromise? Count(ClockOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (!string.Equals(outcome.AgreementId, History.Id, StringComparison.Ordinal)) return null;

        var (state, unagreed) = (outcome.StateAt(AsOf), outcome.StateWithoutAgreedDueAt(AsOf));
        if (outcome.DecidedAt(AsOf) is not { } decided)
            return outcome.StartedAt < End ? new CountedPromise(outcome, state, null, false, unagreed, outcome.IsAtRiskAt(AsOf)) : null;

        var on = WallOf(outcome.AgreementVersion, decided);
        var saved = state == ClockState.Met && outcome.StateWithoutExclusionsAt(AsOf) == ClockState.Breached;
        return Span.Contains(on.Date) ? new CountedPromise(outcome, state, on, saved, unagreed, false) : null;
    }

    /// <summary>Whether something that happened to a ticket counts in the report.</summary>
    /// <param name="version">The version that governs the ticket.</param>
    /// <param name="at">When it happened.</param>
    public bool Covers(int version, Instant at) => at <= AsOf && Span.Contains(WallOf(version, at).Date);

    /// <summary>The wall time of an instant in the zone of a version; of one that is not known any more, in that of the last.</summary>
    internal LocalDateTime WallOf(int version, Instant at) =>
        at.InZone(_zones.GetValueOrDefault(version, History.Versions[^1].TimeZone)).LocalDateTime;
}
