using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Core.Surveys;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Assessment;

/// <summary>
/// What the monitor makes of a ticket's log at an instant: the ticket, who promises what, every clock, and the escalation steps still to
/// come. The one way from a log to an answer: ingestion, evaluation, notification and the API all take it.
/// </summary>
public sealed record TicketAssessment
{
    /// <summary>The ticket.</summary>
    public required Ticket Ticket { get; init; }

    /// <summary>Which agreement governs it, and why that one or why none: worked out when it is asked for.</summary>
    public Governance Governance => Agreements.Govern(Ticket.Facts, Ticket.CreatedAt);

    /// <summary>The version that governs it, without the reason; <c>null</c>: none does.</summary>
    public Agreement? Governing => Agreements.Governing(Ticket.Facts, Ticket.CreatedAt);

    /// <summary>What was agreed at the time of the assessment.</summary>
    public required AgreementBook Agreements { private get; init; }

    /// <summary>
    /// Since when the ticket's helpdesk is heard, where the ticket is older and its creation was never received: no step of before is among
    /// <see cref="Pending"/>.
    /// </summary>
    public Instant? HeardSince { get; private init; }

    /// <summary>Every clock of the ticket.</summary>
    public required IReadOnlyList<Clock> Clocks { get; init; }

    /// <summary>The escalation steps that are still to be fired, in the order in which they come.</summary>
    public required IReadOnlyList<ScheduledStep> Pending { get; init; }

    /// <summary>The all-clears that are still to be given, earliest first.</summary>
    public required IReadOnlyList<AllClear> AllClears { get; init; }

    /// <summary>That its requester is still to be asked how satisfied they are; <c>null</c>: they are not.</summary>
    public Survey? Survey { get; init; }

    /// <summary>When the ticket has to be looked at next; <c>null</c>: not before it changes.</summary>
    public Instant? NextLook => NextLookAfter(Instant.MinValue);

    /// <summary>When the ticket has to be looked at next, once everything is done that may be told at an instant.</summary>
    public Instant? NextLookAfter(Instant done)
    {
        var step = Pending.FirstOrDefault(step => !step.MayBeTold(done))?.ComesAt;
        var allClear = AllClears.FirstOrDefault(allClear => !allClear.MayBeTold(done))?.ComesAt;
        var survey = Survey is { } asks && asks.At > done ? asks.At : (Instant?)null;
        return new[] { step, allClear, survey }.Min();
    }

    /// <summary>
    /// The clock that a promise of the ticket has now, by its former <see cref="Clock.Id"/>: the same, or the one that has taken its place
    /// since the budget or the target changed; <c>null</c> where nothing of the kind is promised any more.
    /// </summary>
    public Clock? FindPromise(ClockId clockId)
    {
        if (Clocks.FirstOrDefault(clock => clock.Id == clockId) is { } same) return same;
        if (clockId.Parts is not var (target, cycle)) return null;

        var metric = Governance.Agreement?.Targets.FirstOrDefault(other => other.Id == target)?.Metric;
        return Clocks.FirstOrDefault(clock => clock.Target.Id == target && clock.Cycle == cycle)
            ?? Clocks.LastOrDefault(clock => clock.Target.Metric == metric && clock.Cycle == cycle);
    }

    /// <summary>Assesses a ticket.</summary>
    /// <param name="log">All that is known of it, in any order.</param>
    /// <param name="firedSteps">The ids of the steps and all-clears that were fired.</param>
    /// <param name="agreements">The agreements in force.</param>
    /// <param name="now">The present.</param>
    /// <param name="waiting">The steps and all-clears that have come and wait for somebody's next mail.</param>
    /// <param name="heardSince">
    /// Since when the monitor hears of the ticket's helpdesk, where the ticket is older than that and its creation was never received: what
    /// was due before is shown, and told to nobody.
    /// </param>
    /// <returns>The assessment, or <c>null</c> where the log says nothing that we understand.</returns>
    public static TicketAssessment? Of(
        IReadOnlyList<TicketEvent> log, IReadOnlyCollection<StepId> firedSteps, AgreementBook agreements, Instant now,
        IReadOnlyList<WaitingStep>? waiting = null, Instant? heardSince = null)
    {
        ArgumentNullException.ThrowIfNull(agreements);
        if (Ticket.Fold(log) is not { } ticket) return null;

        var clocks = ClockSet.Of(ticket, facts => agreements.Governing(facts, ticket.CreatedAt));
        var fired = firedSteps.ToHashSet();
        var silentBefore = ticket.IsOnlyToldOf && ticket.CreatedAt < heardSince ? heardSince : null;
        return new TicketAssessment
        {
            Ticket = ticket,
            Agreements = agreements,
            HeardSince = silentBefore,
            Clocks = clocks,
            Pending = EscalationSchedule.Pending(clocks, fired, now, waiting, silentBefore),
            AllClears = Core.Escalations.AllClears.Pending(clocks, fired, now, waiting),
            Survey = Survey.Pending(
                ticket, () => agreements.Governing(ticket.Facts, ticket.CreatedAt), fired, now, silentBefore),
        };
    }
}
