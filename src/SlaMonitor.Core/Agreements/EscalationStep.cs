using NodaTime;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Agreements;

/// <summary>One step of an escalation: at this moment of a clock, tell these.</summary>
/// <param name="At">The moment.</param>
/// <param name="Notify">Whom: <c>assignee</c>, <c>group</c>, or the id of a <see cref="Contact"/>.</param>
/// <param name="UnlessAcknowledged">
/// Whether somebody's acknowledgement holds this step back until it expires. Where not, it comes in any case.
/// </param>
public sealed record EscalationStep(StepMoment At, IReadOnlyList<string> Notify, bool UnlessAcknowledged)
{
    /// <summary>That it is told again, or <c>null</c> for once.</summary>
    public StepRepeat? Repeat { get; init; }

    /// <summary>The calendar that has to be open for it, or <c>null</c> for any time.</summary>
    public BusinessCalendar? During { get; init; }

    /// <summary>The calendar that has to be closed for it, or <c>null</c> for any time.</summary>
    public BusinessCalendar? Outside { get; init; }

    /// <summary>What has to hold for the ticket by then.</summary>
    public Condition When { get; init; } = Condition.Always;

    /// <summary>Whether it is told at any time of day, of any ticket.</summary>
    public bool IsForAll => During is null && Outside is null && ReferenceEquals(When, Condition.Always);

    /// <summary>The names of the step and of its repetitions (<see cref="StepName"/>).</summary>
    public IEnumerable<string> Names =>
        Enumerable.Range(0, (Repeat?.Times ?? 0) + 1).Select(repetition => StepName.Of(At, repetition));

    /// <summary>Whether it is told at a time of day, of a ticket as it is then.</summary>
    /// <param name="readyAt">When nothing holds it back any more.</param>
    /// <param name="facts">The ticket when it is told.</param>
    public bool IsMeantFor(Instant readyAt, TicketFacts facts) =>
        (During?.IsOpen(readyAt) ?? true) && !(Outside?.IsOpen(readyAt) ?? false) && When.Holds(facts);
}
