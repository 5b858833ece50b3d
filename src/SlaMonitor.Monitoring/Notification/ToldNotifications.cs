using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification;

/// <summary>
/// Who was told what, of all tickets. The ledger is kept by ticket: what one ticket's people were told is one read of it, and for all else
/// a page is one read of a bounded stretch, of which what is asked for is told.
/// </summary>
public sealed class ToldNotifications(INotificationLedger ledger)
{
    /// <summary>How many are looked at for a page. Table storage gives no more for one request.</summary>
    public const int PageSize = 1_000;

    /// <summary>A page.</summary>
    /// <param name="filter">Which are asked for.</param>
    /// <param name="after">The <see cref="KeptPage{T}.Next"/> of the page before; <c>null</c> for the first.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="ArgumentException"><paramref name="after"/> is none that was given out.</exception>
    /// <exception cref="UnavailableException">The store is away.</exception>
    public async Task<KeptPage<NotificationRecord>> ReadAsync(ToldFilter filter, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var page = filter.Ticket is { } ticket
            ? new(await ledger.ListAsync(ticket, cancellationToken), Next: null)
            : await ledger.ReadAllAsync(claimedBefore: null, after, PageSize, cancellationToken);
        return page with { Kept = [.. page.Kept.Where(filter.Matches)] };
    }
}
