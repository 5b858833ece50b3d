using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Reporting.Outcomes;

/// <summary>All that reports, list and board count of one ticket. The one way from an assessment to it.</summary>
/// <param name="Clocks">Every promise of the ticket, in the order of <see cref="TicketAssessment.Clocks"/>.</param>
/// <param name="Ticket">The ticket; <c>null</c> where no agreement governs it.</param>
public sealed record TicketOutcomes(IReadOnlyList<ClockOutcome> Clocks, TicketOutcome? Ticket)
{
    /// <summary>Takes from an assessment what is counted.</summary>
    public static TicketOutcomes Of(TicketAssessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var next = NextOf(assessment.Clocks);
        return new(
            [.. assessment.Clocks.Select(clock => Of(clock, ReferenceEquals(clock, next)))],
            assessment.Governing is { } agreement ? Of(assessment.Ticket, agreement) : null);
    }

    private static TicketOutcome Of(Ticket ticket, Agreement agreement)
    {
        Settlement? settled = ticket.Settlements is [.., { To: null } last] ? last : null;
        return new TicketOutcome
        {
            TicketId = ticket.Id,
            AgreementId = agreement.Id,
            AgreementVersion = agreement.Version,
            CreatedAt = ticket.CreatedAt,
            SettledAt = settled?.From,
            GivenUp = HowGivenUp(ticket, settled),
            Reopenings = [.. ticket.Settlements.Where(settlement => settlement.To is not null).Select(settlement => settlement.To!.Value)],
            Rating = ticket.Ratings is [.., var rating] ? rating : null,
            Facts = OutcomeFacts.Of(ticket, ticket.Facts),
        };
    }

    /// <summary>A ticket that was resolved stays so when it is closed, merged or deleted afterwards.</summary>
    private static GivenUp HowGivenUp(Ticket ticket, Settlement? settled) => settled switch
    {
        null => GivenUp.No,
        { Gone: true } => GivenUp.Gone,
        _ => ticket.ResolvedAt is null ? GivenUp.Closed : GivenUp.No,
    };

    /// <summary>Exclusions move a due time that follows from the budget, and no other.</summary>
    private static Instant? WithoutExclusions(Clock clock) =>
        clock.Agreement.Exclusions.Count == 0 || clock.AgreedDue is not null ? clock.DueAt : clock.DueAtWithoutExclusions();

    /// <summary>The clock that is due first of those that go on; of two that are due together the first by its name.</summary>
    private static Clock? NextOf(IEnumerable<Clock> clocks) => clocks.Where(clock => clock.EndedAt is null)
        .OrderBy(clock => clock.DueAt ?? Instant.MaxValue)
        .ThenBy(clock => clock.Id.ToString(), StringComparer.Ordinal)
        .FirstOrDefault();

    private static ClockOutcome Of(Clock clock, bool isNext)
    {
        var agreement = clock.Agreement;
        var due = clock.DueAt;
        var lost = LostTime.Of(clock);
        var present = clock.Stretches[^1];
        return new ClockOutcome
        {
            TicketId = clock.Ticket.Id,
            ClockId = clock.Id,
            AgreementId = agreement.Id,
            AgreementVersion = agreement.Version,
            TargetId = clock.Target.Id,
            Metric = clock.Target.Metric.Name,
            Cycle = clock.Cycle,
            StartedAt = clock.StartedAt,
            DueAt = due,
            DueAtWithoutExclusions = WithoutExclusions(clock),
            ComputedDue = clock.AgreedDue is null ? null : new ComputedDue(clock.ComputedDueAt),
            IsProvisional = clock.IsProvisional,
            EndedAt = clock.EndedAt,
            End = clock.End,
            HeldBy = clock.EndedAt is null ? present.HeldBy : null,
            Calendar = clock.Target.Calendar.Id,
            Taken = clock.EndedAt is null ? clock.LastAcknowledgement : null,
            Budget = clock.Target.Within,
            Used = clock.ElapsedAt(clock.EndedAt ?? present.From),
            CountsSince = clock.EndedAt is null && present.Counts ? present.From : null,
            RiskAt = clock.EndedAt is null ? clock.WhenShareElapsed(ClockOutcome.RiskPercent) : null,
            IsNext = clock.EndedAt is null ? isNext : null,
            Held = lost.Held,
            Excluded = lost.Excluded,
            Facts = OutcomeFacts.Of(clock.Ticket, clock.Facts),
        };
    }
}
