using NodaTime;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Reporting.Outcomes;

/// <summary>
/// One promise as reports, list and board count it. It is worked out from the log and the agreements alone and knows nothing of the
/// present, so that it can be kept, and worked out again to the same: ask it about an instant, like a <see cref="Clock"/>.
/// </summary>
public sealed record ClockOutcome
{
    /// <summary>From this share of the time until it is due on, in percent, an open promise is at risk.</summary>
    public const int RiskPercent = 75;

    /// <summary>The ticket that the promise is about.</summary>
    public required string TicketId { get; init; }

    /// <summary>Identifies the promise within its ticket.</summary>
    public required ClockId ClockId { get; init; }

    /// <summary>The agreement that makes the promise.</summary>
    public required string AgreementId { get; init; }

    /// <summary>The version that makes it.</summary>
    public required int AgreementVersion { get; init; }

    /// <summary>The target.</summary>
    public required string TargetId { get; init; }

    /// <summary>What the target promises, as the agreement writes it: <c>firstResponse</c>.</summary>
    public required string Metric { get; init; }

    /// <summary>Which exchange, update or reopening, from 1.</summary>
    public required int Cycle { get; init; }

    /// <summary>When the clock began.</summary>
    public required Instant StartedAt { get; init; }

    /// <summary>When it is due; <c>null</c> while it is held with budget left.</summary>
    public Instant? DueAt { get; init; }

    /// <summary>When it would be due had nothing been excluded; <c>null</c> while it is held with budget left.</summary>
    public Instant? DueAtWithoutExclusions { get; init; }

    /// <summary>When it would be due had nothing been agreed for the ticket; <c>null</c> where nothing was.</summary>
    public ComputedDue? ComputedDue { get; init; }

    /// <summary>Whether <see cref="DueAt"/> lies beyond the last announced holiday list.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>When it ended, or <c>null</c> while it goes on.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>What ended it.</summary>
    public ClockEnd End { get; init; }

    /// <summary>The status that holds it at present, or <c>null</c> where none does or it has ended.</summary>
    public TicketStatus? HeldBy { get; init; }

    /// <summary>
    /// The calendar that it counts in, by its name in the agreement; <c>null</c> where it was filed before that was kept. A target may have
    /// one for each site.
    /// </summary>
    public string? Calendar { get; init; }

    /// <summary>Who took it last, while it goes on; it may have expired. <c>null</c> where nobody has, or it has ended.</summary>
    public Acknowledgement? Taken { get; init; }

    /// <summary>How much open time the promise may take.</summary>
    public required BusinessDuration Budget { get; init; }

    /// <summary>
    /// The open time that it had counted when it ended; of one that goes on, when it began to count, or to be held, as it does now.
    /// </summary>
    public required BusinessDuration Used { get; init; }

    /// <summary>
    /// Since when it has been counting beyond <see cref="Used"/>; <c>null</c> where it has ended or is held. What it has used at an instant
    /// is <see cref="Used"/> and the open time of its target's calendar since then.
    /// </summary>
    public Instant? CountsSince { get; init; }

    /// <summary>
    /// From when on it is at risk: it has used <see cref="RiskPercent"/> of the time until it is due. <c>null</c> where it has ended, or is
    /// held before that.
    /// </summary>
    public Instant? RiskAt { get; init; }

    /// <summary>
    /// Whether it is the one of its ticket's promises that is due first, of those that go on: a list of tickets shows each by this one.
    /// <c>null</c> where it has ended, or was filed before that was kept.
    /// </summary>
    public bool? IsNext { get; init; }

    /// <summary>The open time that each status kept it from counting, until it was decided.</summary>
    public HeldTimes Held { get; init; }

    /// <summary>The open time that the agreement's exclusions kept it from counting, until it was decided.</summary>
    public BusinessDuration Excluded { get; init; }

    /// <summary>What the promise is grouped by.</summary>
    public required OutcomeFacts Facts { get; init; }

    /// <summary>Where the promise stands at an instant.</summary>
    public ClockState StateAt(Instant now) => StateAt(now, DueAt);

    /// <summary>Whether it can still be kept at an instant, and has used most of its budget.</summary>
    public bool IsAtRiskAt(Instant now) => RiskAt <= now && StateAt(now) is ClockState.Running or ClockState.Paused;

    /// <summary>Where it would stand had nothing been excluded.</summary>
    public ClockState StateWithoutExclusionsAt(Instant now) => StateAt(now, DueAtWithoutExclusions);

    /// <summary>Where it would stand had no due time been agreed for its ticket.</summary>
    public ClockState StateWithoutAgreedDueAt(Instant now) => StateAt(now, ComputedDue is { } computed ? computed.At : DueAt);

    /// <summary>
    /// When it was decided, as far as an instant knows: met at its end, broken at its due time, cancelled when the ticket went away.
    /// </summary>
    /// <returns>The moment, or <c>null</c> while it is open.</returns>
    public Instant? DecidedAt(Instant now) => StateAt(now) switch
    {
        ClockState.Breached => DueAt,
        ClockState.Met or ClockState.Cancelled => EndedAt,
        _ => null,
    };

    private ClockState StateAt(Instant now, Instant? due) =>
        ClockVerdict.At(now, due, EndedAt, End) ?? (HeldBy is null ? ClockState.Running : ClockState.Paused);
}
