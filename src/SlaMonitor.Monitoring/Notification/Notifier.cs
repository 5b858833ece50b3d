using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Monitoring.Notification.Delivery;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Observability;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification;

/// <summary>
/// Sends one mail to one person: claim, send, record. Each thing that it tells is claimed for itself, so that a mail which was put together
/// anew tells only what no other has told. A crash between sending and recording may send a mail twice rather than never; everything else
/// is sent once, however often the message comes.
/// </summary>
public sealed class Notifier(
    MailContentsBuilder contents,
    INotificationLedger ledger,
    IMailManifests manifests,
    IMailComposer composer,
    ObservedMailer mailer,
    NextToTell next,
    OvertakenTellings overtaken,
    MailReadiness readiness,
    IClock clock,
    ILogger<Notifier> logger)
{
    /// <summary>Handles one queue message.</summary>
    /// <param name="body">A <see cref="MailOrder"/> in JSON.</param>
    /// <param name="cancellationToken">Stops before the mail is handed over, not after.</param>
    /// <exception cref="PoisonMessageException">The message is hopeless.</exception>
    /// <exception cref="DeliveryDeferredException">The mail system asks to try again later, or cannot be used at all for now.</exception>
    /// <exception cref="StoreUnavailableException">The store is away; the message may be tried again.</exception>
    public async Task NotifyAsync(string body, CancellationToken cancellationToken)
    {
        var order = MailOrderJson.Read(body);
        if (readiness.Obstacle is { } obstacle) throw new DeliveryDeferredException(obstacle);

        using var span = Trace.Notifying(order.TraceParent, order.TicketIds, order.MailId);
        var claimed = await ClaimAsync(order, cancellationToken);
        if (claimed.Count == 0) return;

        var (written, hopeless, tickets) = await contents.BuildAsync(order, claimed, cancellationToken);
        await RecordAsync(order, hopeless, NotificationState.Failed, "There is no such promise any more.");
        if (written is null)
            throw new PoisonMessageException(
                "NoSuchPromise",
                $"Of ticket {claimed[0].TicketId} there is no clock {claimed[0].Clock} any more.");

        var told = claimed.Except(hopeless).ToList();
        await overtaken.MarkAsync(written.Items, tickets, cancellationToken);
        await manifests.KeepAsync(new MailManifest(order.MailId, body, clock.GetCurrentInstant()), cancellationToken);
        switch (await mailer.SendAsync(composer.Compose(written), cancellationToken))
        {
            case SendOutcome.Accepted accepted:
                await RecordAsync(order, told, NotificationState.Sent, accepted.Reference);
                foreach (var item in told) logger.Sent(order.NotificationIdOf(item), item.TicketId, item.Subject);
                break;
            case SendOutcome.Deferred deferred:
                throw new DeliveryDeferredException(deferred.Reason);
            case SendOutcome.Refused refused:
                await RecordAsync(order, told, NotificationState.Failed, refused.Reason);
                await next.TellAsync(order, told, refused.Reason, CancellationToken.None);
                throw new PoisonMessageException("MailRefused", refused.Reason);
        }
    }

    private async Task<List<OrderItem>> ClaimAsync(MailOrder order, CancellationToken cancellationToken)
    {
        var claimed = new List<OrderItem>(order.Items.Count);
        foreach (var item in order.Items)
        {
            var id = order.NotificationIdOf(item);
            var claim = new NotificationClaim(
                item.TicketId, id, order.Recipient, item.InWords(), order.Holder, clock.GetCurrentInstant(), MailOrder.ClaimGoesStaleAfter);
            if (await ledger.ClaimAsync(claim, cancellationToken) is var outcome and not ClaimOutcome.Claimed)
                logger.NotSentAgain(id, item.TicketId, outcome);
            else
                claimed.Add(item);
        }

        return claimed;
    }

    private async Task RecordAsync(MailOrder order, IReadOnlyCollection<OrderItem> items, NotificationState state, string? detail)
    {
        var result = new NotificationResult(state, clock.GetCurrentInstant(), detail);
        foreach (var item in items) await ledger.RecordAsync(item.TicketId, order.NotificationIdOf(item), result, CancellationToken.None);
    }
}
