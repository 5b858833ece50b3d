using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Promises;

namespace SlaMonitor.Monitoring.Erasing;

/// <summary>What reports count of a ticket, to be compared before and after something was erased from it.</summary>
internal static class TicketFigures
{
    /// <param name="assessment">The ticket; <c>null</c> where nothing is known of it.</param>
    /// <param name="erased">What is to be erased of its facts.</param>
    public static IReadOnlyList<ShelfRow> Of(TicketAssessment? assessment, Func<OutcomeFacts, OutcomeFacts> erased)
    {
        if (assessment is null) return [];

        var outcomes = TicketOutcomes.Of(assessment);
        return OutcomeRows.Of(new TicketOutcomes(
            [.. outcomes.Clocks.Select(clock => clock with { Facts = erased(clock.Facts) })],
            outcomes.Ticket is { } ticket ? ticket with { Facts = erased(ticket.Facts) } : null));
    }
}
