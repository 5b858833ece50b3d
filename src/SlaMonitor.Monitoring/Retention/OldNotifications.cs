using NodaTime;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Retention;

/// <summary>
/// Drops from the ledger who was told of tickets that are settled for good. Nobody is told again: the steps that were fired are in the
/// ticket's state, and none of them is fired a second time. What stands for a date of an agreement stays, because such a mail is
/// ordered until the date is over.
/// </summary>
public sealed class OldNotifications(INotificationLedger ledger, ITicketStore store)
{
    /// <summary>How ids begin that stand for a ticket and are none.</summary>
    private const char OfNoTicket = '\t';

    private const string OfAgreement = "\tagreement ";

    /// <summary>Drops what may be dropped of a page.</summary>
    /// <returns>How many, and where the next page begins.</returns>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    internal async Task<(int Dropped, string? Next)> DropAsync(
        Instant before, string? after, int most, CancellationToken cancellationToken)
    {
        var page = await ledger.ReadAllAsync(before, after, most, cancellationToken);
        var dropped = 0;
        foreach (var ofTicket in page.Kept.GroupBy(record => record.TicketId, StringComparer.Ordinal))
        {
            if (!await IsOverAsync(ofTicket.Key, cancellationToken)) continue;

            foreach (var record in ofTicket.Where(record => record.State != NotificationState.Claimed))
            {
                await ledger.DropAsync(record.TicketId, record.NotificationId, cancellationToken);
                dropped++;
            }
        }

        return (dropped, page.Next);
    }

    private async Task<bool> IsOverAsync(string ticketId, CancellationToken cancellationToken)
    {
        if (ticketId.StartsWith(OfNoTicket)) return !ticketId.StartsWith(OfAgreement, StringComparison.Ordinal);

        return await store.LoadAsync(ticketId, cancellationToken)
            is null or { State: { IsSettled: true, IsInDoubt: false, NextLook: null, Waiting.Count: 0 } };
    }
}
