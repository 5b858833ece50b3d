using NodaTime;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification;

/// <summary>
/// Looks after mails that news has overtaken: they tell of a promise that has turned out kept. Where the next look at the ticket would not find that, for the
/// step is not recorded or its all-clear was given before this mail was claimed, the ticket is marked, and the look asks the ledger.
/// </summary>
public sealed class OvertakenTellings(ITicketStore store, IAgreementSource agreements, IClock clock)
{
    private const int MostAttempts = 100;

    /// <summary>Marks the tickets of which a mail tells what is no longer so. Comes after its claims, so that the ledger knows them.</summary>
    /// <exception cref="StoreUnavailableException">The store is away or too busy; the message may be tried again.</exception>
    internal async Task MarkAsync(MailContents mail, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var overtaken = mail.Items.Where(item => item.Kind is MailItemKind.Warning or MailItemKind.Breach && AllClears.OfKept([item.Explanation.Clock], now).Any());
        foreach (var ofTicket in overtaken.GroupBy(item => item.Explanation.Clock.Ticket.Id, StringComparer.Ordinal))
            await MarkAsync(ofTicket.Key, [.. ofTicket], now, cancellationToken);
    }

    private async Task MarkAsync(string ticketId, MailItem[] items, Instant now, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            if (await store.LoadAsync(ticketId, cancellationToken) is not { } stored || IsFound(stored.State, items)) return;

            var assessment = TicketAssessment.Of(stored.Events, stored.State.FiredSteps, agreements.Current, now);
            if (await store.CommitAsync(new TicketCommit(ticketId, [], Doubts.InDoubt(stored.State, assessment, now), stored.Tag), cancellationToken)) return;
        }

        throw new StoreUnavailableException($"Ticket {ticketId} is being written by too many at once.", new TimeoutException());
    }

    private static bool IsFound(MonitoringState state, MailItem[] items) =>
        state.IsInDoubt || Array.TrueForAll(items, item => IsFired(state, item, item.Moment) && !IsFired(state, item, AllClear.Moment));

    private static bool IsFired(MonitoringState state, MailItem item, string moment) =>
        state.FiredSteps.Contains($"{item.Explanation.Clock.Id}/{moment}", StringComparer.Ordinal);
}
