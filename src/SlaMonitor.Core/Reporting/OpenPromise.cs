using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Reporting;

/// <summary>A promise whose clock goes on, as it stands at an instant: what the list and the board show of it.</summary>
public sealed record OpenPromise
{
    /// <summary>How far ahead the next opening or closing is looked for: beyond that, it is of no interest yet.</summary>
    private static readonly Duration Ahead = Duration.FromDays(14);

    /// <summary>What is filed of the promise.</summary>
    public required ClockOutcome Outcome { get; init; }

    /// <summary>Where it stands.</summary>
    public required ClockState State { get; init; }

    /// <summary>The terms of the version that makes it; <c>null</c> where that is in force no more.</summary>
    public Agreement? Agreement { get; init; }

    /// <summary>The target, with the calendar that counts for the ticket; <c>null</c> where it is not known any more.</summary>
    public Target? Target { get; init; }

    /// <summary>
    /// The open time that is left; negative by what it is over. <c>null</c> where nobody can tell: its target is not known any more.
    /// </summary>
    public BusinessDuration? Left { get; init; }

    /// <summary>Whether <see cref="Left"/> becomes less at this instant: the clock is not held, and its calendar is open.</summary>
    public bool IsCounting { get; init; }

    /// <summary>
    /// When its calendar closes, or opens, next; <c>null</c> where the clock is held, or that does not happen within two weeks.
    /// </summary>
    public Instant? ChangesAt { get; init; }

    /// <summary>Whether it can still be kept, and has used most of its budget (<see cref="ClockOutcome.RiskPercent"/>).</summary>
    public bool IsAtRisk { get; init; }

    /// <summary>Who has taken it, where somebody has at that instant.</summary>
    public Acknowledgement? Taken { get; init; }

    /// <summary>Says how a promise stands.</summary>
    /// <param name="outcome">What is filed of it.</param>
    /// <param name="book">The agreements in force.</param>
    /// <param name="now">The instant.</param>
    public static OpenPromise Of(ClockOutcome outcome, AgreementBook book, Instant now)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(book);

        var agreement = book.Find(outcome.AgreementId, outcome.AgreementVersion);
        var promise = new OpenPromise
        {
            Outcome = outcome,
            State = outcome.StateAt(now),
            Agreement = agreement,
            IsAtRisk = outcome.IsAtRiskAt(now),
            Taken = outcome.Taken is { } taken && taken.HoldsAt(now) ? taken : null,
        };
        if (agreement is null || TargetOf(outcome, agreement) is not { } target) return promise;

        var hours = target.Counting;
        // A helpdesk whose clock is ahead of ours tells of tickets before they are created.
        var counts = outcome.CountsSince is { } since ? Instant.Max(since, now) : (Instant?)null;
        var next = counts is { } from ? hours.OpenIntervals(from, from + Ahead).FirstOrDefault() : default;
        var isOpen = counts == now && hours.IsOpen(now);
        var left = LeftAt(outcome, hours, now);
        return promise with
        {
            Target = target,
            Left = left,
            IsCounting = isOpen,
            ChangesAt = next == default ? null : !isOpen ? next.Start : next.End < now + Ahead ? next.End : null,
        };
    }

    private static BusinessDuration LeftAt(ClockOutcome outcome, BusinessCalendar hours, Instant now) => outcome.DueAt switch
    {
        { } due when due >= now => hours.Elapsed(Instant.Max(now, outcome.CountsSince ?? now), due),
        { } due => -OverBy(outcome, hours, due, now),
        null => outcome.Budget - outcome.Used,
    };

    /// <summary>
    /// The open time since the due time, without what a status held since then. The budget tells that, unless the due time was agreed and
    /// does not follow from it.
    /// </summary>
    private static BusinessDuration OverBy(ClockOutcome outcome, BusinessCalendar hours, Instant due, Instant now)
    {
        var sinceDue = hours.Elapsed(due, now);
        var used = outcome.CountsSince is { } since ? outcome.Used + hours.Elapsed(since, now) : outcome.Used;
        var over = used - outcome.Budget;
        return over >= BusinessDuration.Zero && over < sinceDue ? over : sinceDue;
    }

    private static Target? TargetOf(ClockOutcome outcome, Agreement agreement)
    {
        var target = agreement.Targets.FirstOrDefault(one => string.Equals(one.Id, outcome.TargetId, StringComparison.Ordinal));
        return target?.Sites is { } sites && !string.Equals(target.Calendar.Id, outcome.Calendar, StringComparison.Ordinal)
            ? sites.ByValue.Values.FirstOrDefault(one => one.Calendar.Id == outcome.Calendar) ?? target
            : target;
    }
}
