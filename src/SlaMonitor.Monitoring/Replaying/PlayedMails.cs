using NodaTime;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Replaying;

/// <summary>
/// The queue and the ledger of a history that is played: every mail arrives at the moment at which it is ordered, and nobody is told the
/// same thing twice.
/// </summary>
/// <param name="time">The time.</param>
/// <param name="told">Hears of every mail.</param>
internal sealed class PlayedMails(IClock time, Action<PlayedMail> told) : INotificationQueue, INotificationLedger
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<NotificationRecord>> _records = new(StringComparer.Ordinal);

    /// <summary>Nobody will ask about this ticket any more.</summary>
    public void Forget(string ticketId)
    {
        lock (_gate) _records.Remove(ticketId);
    }

    public Task<IReadOnlyList<RefusedMessage>> SendAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        // A survey to a requester is nothing that anybody is told of a promise.
        foreach (var order in messages.Select(message => MailOrderJson.Read(message.Body)).Where(order => order.Survey is null))
            Deliver(order);
        return Task.FromResult<IReadOnlyList<RefusedMessage>>([]);
    }

    public Task SendLaterAsync(OutgoingMessage message, TimeSpan wait, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A history that is played puts no mail off.");

    public Task<QueueDepth?> MeasureAsync(CancellationToken cancellationToken) => Task.FromResult<QueueDepth?>(null);

    public Task<IReadOnlyList<NotificationRecord>> ListAsync(string ticketId, CancellationToken cancellationToken)
    {
        lock (_gate) return Task.FromResult<IReadOnlyList<NotificationRecord>>([.. _records.GetValueOrDefault(ticketId) ?? []]);
    }

    public Task<ClaimOutcome> ClaimAsync(NotificationClaim claim, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A history that is played refuses no mail.");

    public Task RecordAsync(
        string ticketId, string notificationId, NotificationResult result, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A history that is played refuses no mail.");

    public Task<KeptPage<NotificationRecord>> ReadAllAsync(
        Instant? claimedBefore, string? after, int most, CancellationToken cancellationToken) => throw NothingIsDropped();

    public Task RewordAsync(NotificationRecord record, CancellationToken cancellationToken) => throw NothingIsDropped();

    public Task DropAsync(string ticketId, string notificationId, CancellationToken cancellationToken) => throw NothingIsDropped();

    private static NotSupportedException NothingIsDropped() => new("A history that is played has no retention, and erases nobody.");

    private void Deliver(MailOrder order)
    {
        var now = time.GetCurrentInstant();
        var news = new List<PlayedItem>();
        lock (_gate)
        {
            foreach (var item in order.Items)
            {
                if (!_records.TryGetValue(item.TicketId, out var records)) _records[item.TicketId] = records = [];
                var id = order.NotificationIdOf(item);
                if (records.Exists(record => record.NotificationId == id)) continue;

                records.Add(new NotificationRecord(
                    item.TicketId, id, order.Recipient, item.InWords(), NotificationState.Sent, now, now, order.MailId));
                news.Add(new PlayedItem(item.TicketId, item.Clock, item.Kind, item.Moment, item.At, item.Because));
            }
        }

        if (news.Count > 0) told(new PlayedMail(now, order.Recipient, news));
    }
}
