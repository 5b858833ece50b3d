using NodaTime;
using NodaTime.Text;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Notification.Addressees;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Views;

/// <summary>Finds tickets for the API.</summary>
public sealed class TicketViews(
    AssessedTickets tickets, INotificationLedger ledger, IAgreementSource agreements, AllowedRecipients allowed, IClock clock)
{
    /// <summary>The ticket as of now, or <c>null</c> where nothing is known of it.</summary>
    public async Task<TicketView?> FindAsync(string ticketId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return await AssessAsync(ticketId, now, cancellationToken) is { } assessment
            ? TicketView.Of(assessment, await ledger.ListAsync(ticketId, cancellationToken), allowed, now)
            : null;
    }

    /// <summary>The ticket's clocks as of now in plain words, or <c>null</c> where nothing is known of it.</summary>
    public async Task<string?> ExplainAsync(string ticketId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (await AssessAsync(ticketId, now, cancellationToken) is not { } assessment) return null;

        var clocks = assessment.Clocks.Select(running => ExplanationText.Of(ClockExplanation.Of(running, now)));
        var view = TicketView.Of(assessment, await ledger.ListAsync(ticketId, cancellationToken), allowed, now);
        var told = EscalationText.Of(view, assessment.Governance.Agreement?.TimeZone ?? DateTimeZone.Utc);
        return $"{ticketId}: {assessment.Governance.Reason}.{CreationOf(assessment)}\n\n"
            + $"{string.Join('\n', clocks)}{(told.Length > 0 ? "\n" : string.Empty)}{told}";
    }

    /// <summary>
    /// Without clocks, none says since when the ticket counts; and it is its creation that decides which agreement governs it.
    /// </summary>
    private static string CreationOf(TicketAssessment assessment)
    {
        var ticket = assessment.Ticket;
        if (assessment.Governing is not null || ticket is { CreationSeen: true, CreationAccount: null }) return string.Empty;

        var created = InstantPattern.General.Format(ticket.CreatedAt);
        return $" The ticket was created {created}. {ExplanationText.OfCreation(ticket, DateTimeZone.Utc)}";
    }

    private async Task<TicketAssessment?> AssessAsync(string ticketId, Instant now, CancellationToken cancellationToken)
    {
        var book = await agreements.GetAsync(cancellationToken);
        return (await tickets.LoadAsync(ticketId, book, now, cancellationToken)).Assessment;
    }
}
