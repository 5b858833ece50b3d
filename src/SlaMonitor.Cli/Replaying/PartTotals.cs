using NodaTime;
using SlaMonitor.Cli.Replaying.Parts;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Replaying;

namespace SlaMonitor.Cli.Replaying;

/// <summary>What one part of the events comes to under some agreements.</summary>
/// <param name="terms">The agreements.</param>
/// <param name="asOf">As of when.</param>
/// <param name="listens">Whether to find out of which tickets somebody may be told.</param>
internal sealed class PartTotals(ReplayedTerms terms, Instant asOf, bool listens)
{
    public ReplayTotals Totals { get; } = new();

    public List<TicketOutcomes> Outcomes { get; } = [];

    /// <summary>The events of the tickets of which somebody may be told.</summary>
    public List<ToldPlace> Told { get; } = [];

    /// <summary>Counts a ticket.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="known">What is known of it.</param>
    /// <returns>The assessment; <c>null</c> where the log says nothing that we understand.</returns>
    public TicketAssessment? Add(ReplayedTicket ticket, IReadOnlyList<TicketEvent> known)
    {
        if (TicketAssessment.Of(known, [], terms.Book, asOf) is not { } assessment) return null;

        Totals.AddTicket(assessment.Governing is not null);
        foreach (var clock in assessment.Clocks) Totals.Add(clock, clock.StateAt(asOf), asOf);
        Outcomes.Add(TicketOutcomes.Of(assessment));
        if (listens && HistoryPlayer.MayTell(known, terms.Book, asOf)) Told.AddRange(ticket.PlacesAt(asOf));
        return assessment;
    }
}
