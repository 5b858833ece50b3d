using NodaTime;
using SlaMonitor.Core.Reporting.Figures;

namespace SlaMonitor.Core.Reporting.Outcomes;

/// <summary>What of a ticket counts when.</summary>
internal static class TicketMoments
{
    public static IEnumerable<(Instant At, TicketCounts Counts)> Of(TicketOutcome ticket)
    {
        if (ticket.SettledAt is { } settled) yield return (settled, CountsOf(ticket));
        foreach (var reopened in ticket.Reopenings) yield return (reopened, new TicketCounts { Reopened = 1 });
        if (ticket.Rating is { } rating) yield return (rating.At, new TicketCounts { Answers = 1, RatingSum = rating.Value });
    }

    private static TicketCounts CountsOf(TicketOutcome ticket) => new()
    {
        Resolved = ticket.IsResolved ? 1 : 0,
        Gone = ticket.GivenUp == GivenUp.Gone ? 1 : 0,
        ClosedUnresolved = ticket.GivenUp == GivenUp.Closed ? 1 : 0,
        Emergencies = ticket.Facts.Emergency ? 1 : 0,
    };
}
