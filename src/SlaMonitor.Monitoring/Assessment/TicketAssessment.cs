using NodaTime;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Monitoring.Assessment;

/// <summary>
/// What the monitor makes of a ticket's log at an instant: the ticket, who promises what, every clock, and the escalation steps still to come.
/// The one way from a log to an answer: ingestion, evaluation, notification and the API all take it.
/// </summary>
public sealed record TicketAssessment
{
    /// <summary>The ticket.</summary>
    public required Ticket Ticket { get; init; }

    /// <summary>Which agreement governs it, and why that one or why none: worked out when it is asked for.</summary>
    public Governance Governance => Agreements.Govern(Ticket.Facts, Ticket.CreatedAt);

    /// <summary>What was agreed at the time of the assessment.</summary>
    public required AgreementBook Agreements { private get; init; }

    /// <summary>Every clock of the ticket.</summary>
    public required IReadOnlyList<Clock> Clocks { get; init; }

    /// <summary>The escalation steps that are still to be fired, earliest first.</summary>
    public required IReadOnlyList<ScheduledStep> Pending { get; init; }

    /// <summary>When the ticket has to be looked at next; <c>null</c>: not before it changes.</summary>
    public Instant? NextLook => Pending.Count == 0 ? null : Pending[0].At;

    /// <summary>Assesses a ticket.</summary>
    /// <returns>The assessment, or <c>null</c> where the log says nothing that we understand.</returns>
    public static TicketAssessment? Of(IReadOnlyList<TicketEvent> log, IReadOnlyCollection<string> firedSteps, AgreementBook agreements, Instant now)
    {
        ArgumentNullException.ThrowIfNull(agreements);
        if (Ticket.Fold(log) is not { } ticket) return null;

        var clocks = ClockSet.Of(ticket, facts => agreements.Governing(facts, ticket.CreatedAt));
        return new TicketAssessment
        {
            Ticket = ticket,
            Agreements = agreements,
            Clocks = clocks,
            Pending = EscalationSchedule.Pending(clocks, firedSteps.ToHashSet(StringComparer.Ordinal), now),
        };
    }
}
