using NodaTime;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Board;
using SlaMonitor.Mails.Languages;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Notification.Addressees;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Monitoring.Board;

/// <summary>Finds what the page of one ticket shows.</summary>
public sealed class BoardTickets(
    AssessedTickets tickets, INotificationLedger ledger, IAgreementSource agreements, AllowedRecipients allowed, IClock clock)
{
    /// <summary>The ticket at an instant.</summary>
    /// <param name="ticketId">Its id.</param>
    /// <param name="at">
    /// The instant: before the present, what happened later is not known; after it, nothing happens until then. <c>null</c> for the
    /// present.
    /// </param>
    /// <param name="frame">The reader, and the addresses that all pages have in common.</param>
    /// <param name="addresses">The addresses of other pages.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The page; <c>null</c> where nothing of the ticket is known by then.</returns>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task<BoardTicket?> FindAsync(
        string ticketId, Instant? at, BoardFrame frame, BoardTicketAddresses addresses, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var shown = at ?? now;
        var ticket = await tickets.LoadAsync(ticketId, await agreements.GetAsync(cancellationToken), now, cancellationToken);
        if (ticket.AssessmentAsOf(shown) is not { } assessment) return null;

        var told = await ledger.ListAsync(ticketId, cancellationToken);
        return new BoardTicket
        {
            Assessment = assessment,
            AsOf = shown,
            IsPresent = at is null,
            Told = [.. told.Where(record => record.ClaimedAt <= shown).Select(Told)],
            Coming =
            [
                .. UpcomingView.AllOf(assessment, allowed, shown)
                    .Select(coming => new ComingMail(coming.Step, coming.ComesAt, coming.Recipients)),
            ],
            Events = [.. ticket.Events.Where(one => one.Time <= shown).OrderBy(one => one.Time).Select(Event)],
            Frame = frame,
            Addresses = addresses,
        };
    }

    /// <summary>The clocks of a ticket at an instant, explained: for its drawing.</summary>
    /// <inheritdoc cref="FindAsync"/>
    public async Task<IReadOnlyList<ClockExplanation>?> ExplainAsync(string ticketId, Instant? at, CancellationToken cancellationToken)
    {
        var shown = at ?? clock.GetCurrentInstant();
        var ticket = await tickets.LoadAsync(ticketId, await agreements.GetTermsAsync(cancellationToken), shown, cancellationToken);
        return ticket.AssessmentAsOf(shown) is { } assessment
            ? [.. assessment.Clocks.Select(running => ClockExplanation.Of(running, shown))]
            : null;
    }

    /// <summary>The promises of a ticket whose clocks go on, as they stand now: for its badge.</summary>
    /// <param name="ticketId">Its id.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The promises, whether the ticket has any clock, and the present; <c>null</c> where nothing of it is known.</returns>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task<(IReadOnlyList<OpenPromise> Promises, bool HasClocks, Instant Now)?> StandAsync(
        string ticketId, CancellationToken cancellationToken)
    {
        var (now, book) = (clock.GetCurrentInstant(), await agreements.GetTermsAsync(cancellationToken));
        var ticket = await tickets.LoadAsync(ticketId, book, now, cancellationToken);
        if (ticket.AssessmentAsOf(now) is not { } assessment) return null;

        var open = TicketOutcomes.Of(assessment).Clocks.Where(outcome => outcome.EndedAt is null);
        return ([.. open.Select(outcome => OpenPromise.Of(outcome, book, now))], assessment.Clocks.Count > 0, now);
    }

    private static ToldMail Told(NotificationRecord record) => new(
        record.Step,
        record.Recipient,
        record.ResolvedAt ?? record.ClaimedAt,
        record.State switch
        {
            NotificationState.Claimed => ToldResult.Claimed,
            NotificationState.Sent => ToldResult.Sent,
            NotificationState.Failed => ToldResult.Failed,
            _ => ToldResult.Undelivered,
        },
        record.Detail);

    private static ShownEvent Event(TicketEvent one) => new(one.Time, one.TypeName, one.Source, TicketChangeJson.Serialize(one.Change));
}
