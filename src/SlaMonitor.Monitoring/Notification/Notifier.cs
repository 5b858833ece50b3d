using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Mails;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Monitoring.Concurrency;
using SlaMonitor.Monitoring.Notification.Delivery;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Notification.WayOut;
using SlaMonitor.Monitoring.Observability;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification;

/// <summary>
/// Sends one mail to one person: claim, send, record. Each thing that it tells is claimed for itself, so that a mail which was put together
/// anew tells only what no other has told. A crash between sending and recording may send a mail twice rather than never; everything else
/// is sent once, however often the message comes.
/// </summary>
public sealed class Notifier(
    NotifierIdentity identity,
    MailContentsBuilder contents,
    INotificationLedger ledger,
    IMailManifests manifests,
    IMailComposer composer,
    ObservedMailer mailer,
    MailWayOut wayOut,
    PutOff putOff,
    NextToTell next,
    SentMails sent,
    OvertakenTellings overtaken,
    IClock clock,
    ILogger<Notifier> logger)
{
    /// <summary>The deliveries that go on now. A queue may deliver a message again whose delivery is not done yet.</summary>
    private readonly ConcurrentDictionary<string, bool> _underWay = new(StringComparer.Ordinal);

    /// <summary>Handles one queue message.</summary>
    /// <param name="body">A <see cref="MailOrder"/> in JSON.</param>
    /// <param name="cancellationToken">Stops before the mail is handed over, not after.</param>
    /// <exception cref="StoreUnavailableException">The store or the queue is away; the message may be tried again.</exception>
    public async Task<NotificationOutcome> NotifyAsync(string body, CancellationToken cancellationToken)
    {
        if (ProbeMessage.Is(body)) return new NotificationOutcome.AlreadyTold();
        if (MailOrderJson.Read(body, out var problem) is not { } order) return new NotificationOutcome.Poison("NotAnOrder", problem);
        if (order.NobodyLeft is { } why) return new NotificationOutcome.Poison(NotificationOutcome.NobodyReached, why);

        var holder = identity.HolderOf(order);
        if (!_underWay.TryAdd(holder, true))
            return await ElsewhereAsync(order, order.Items, holder, cancellationToken);

        try
        {
            return wayOut.Enter() is { } closure
                ? await ClosedAsync(order, order.Items, holder, closure, cancellationToken)
                : await NotifyAsync(order, holder, cancellationToken);
        }
        finally
        {
            _underWay.TryRemove(holder, out _);
        }
    }

    private async Task<NotificationOutcome> NotifyAsync(MailOrder order, string holder, CancellationToken cancellationToken)
    {
        using var span = Trace.Notifying(order.TraceParent, order.TicketIds, order.MailId);
        var (claimed, elsewhere) = await ClaimAsync(order, holder, cancellationToken);
        if (elsewhere.Count > 0)
        {
            // Whoever has claimed the rest may have died with this very mail on the way: what comes later is its repeat, and has its id.
            if (claimed.Count == 0) return await ElsewhereAsync(order with { Items = elsewhere }, elsewhere, holder, cancellationToken);

            await ElsewhereAsync(order, elsewhere, holder, cancellationToken);
            // Another delivery tells the rest, perhaps of the very same order: two mails of one id would pass for one mail and its repeat.
            order = order.Of(claimed);
        }

        return claimed.Count == 0
            ? new NotificationOutcome.AlreadyTold()
            : await SendAsync(order, claimed, holder, cancellationToken);
    }

    private async Task<NotificationOutcome> SendAsync(
        MailOrder order, List<OrderItem> claimed, string holder, CancellationToken cancellationToken)
    {
        if (order.WithoutAgreement is { } found)
        {
            var mail = WithoutAgreementMail.Of(
                order.MailId, order.Recipient, order.Language, clock.GetCurrentInstant(), found, order.OrderedAt);
            return await HandOverAsync(order, claimed, holder, mail, cancellationToken);
        }

        var (written, hopeless, tickets) = await contents.BuildAsync(order, claimed, cancellationToken);
        await RecordAsync(order, hopeless, NotificationState.Failed, "There is no such promise any more.");
        if (written is null)
        {
            return new NotificationOutcome.Poison(
                "NoSuchPromise", $"Of ticket {claimed[0].TicketId} there is no clock {claimed[0].Clock} any more.");
        }

        var told = claimed.Except(hopeless).ToList();
        await overtaken.MarkAsync(written.Items, tickets, cancellationToken);
        return await HandOverAsync(order, told, holder, composer.Compose(written), cancellationToken);
    }

    private async Task<NotificationOutcome> HandOverAsync(
        MailOrder order, List<OrderItem> told, string holder, Mail mail, CancellationToken cancellationToken)
    {
        var kept = MailOrderJson.Write(order with { Deferral = null });
        await manifests.KeepAsync(new MailManifest(order.MailId, kept, clock.GetCurrentInstant()), cancellationToken);
        var handedOverAt = sent.Now; // what is told of the mail can only have happened later
        switch (await mailer.SendAsync(mail, cancellationToken))
        {
            case SendOutcome.Accepted accepted:
                wayOut.Opened(tookIt: true);
                await RecordAsync(order, told, NotificationState.Sent, accepted.Reference);
                await sent.KeepAsync(order.Recipient, order.MailId, handedOverAt);
                foreach (var item in told) logger.Sent(order.NotificationIdOf(item), item.TicketId, item.Subject);
                return new NotificationOutcome.Sent();
            case SendOutcome.Unavailable unavailable:
                var closure = wayOut.Close(unavailable.Reason, unavailable.RetryAfter?.ToTimeSpan());
                return await ClosedAsync(order, told, holder, closure, cancellationToken);
            case SendOutcome.Deferred deferred:
                wayOut.Opened(tookIt: false);
                return await putOff.ForRecipientAsync(order, told, holder, deferred, cancellationToken)
                    ? new NotificationOutcome.Deferred(deferred.Reason)
                    : await RefusedAsync(order, told, deferred.Reason);
            case SendOutcome.Refused refused:
                wayOut.Opened(tookIt: false);
                return await RefusedAsync(order, told, refused.Reason);
            default:
                throw new InvalidOperationException("A mailer answered what no mailer can.");
        }
    }

    private async Task<NotificationOutcome> RefusedAsync(MailOrder order, IReadOnlyList<OrderItem> told, string reason)
    {
        await RecordAsync(order, told, NotificationState.Failed, reason);
        return await next.TellAsync(order, told, reason, CancellationToken.None) is { Count: > 0 }
            ? new NotificationOutcome.Poison(NotificationOutcome.NobodyReached, NextToTell.NobodyLeft(order, reason))
            : new NotificationOutcome.Poison("MailRefused", reason);
    }

    /// <summary>
    /// Puts items off that another delivery has claimed. It may be dead: then its claims go stale, and this order takes them over.
    /// </summary>
    private async Task<NotificationOutcome> ElsewhereAsync(
        MailOrder order, IReadOnlyList<OrderItem> items, string holder, CancellationToken cancellationToken)
    {
        await putOff.ForClaimAsync(order, items, holder, cancellationToken);
        return new NotificationOutcome.Deferred(PutOff.ToldElsewhere);
    }

    /// <summary>Puts items off until the way out may be open. Nobody else is told instead: nobody else could be.</summary>
    private async Task<NotificationOutcome> ClosedAsync(
        MailOrder order, IReadOnlyList<OrderItem> items, string holder, Closure closure, CancellationToken cancellationToken)
    {
        if (await putOff.ForWayOutAsync(order, items, holder, closure, cancellationToken))
            return new NotificationOutcome.Deferred(closure.Reason);

        var (claimed, _) = await ClaimAsync(order with { Items = items }, holder, cancellationToken);
        await RecordAsync(order, claimed, NotificationState.Failed, $"Given up after {putOff.Patience.TotalHours} h: {closure.Reason}");
        logger.PatienceOver(order.MailId, order.TicketIds, putOff.Patience, closure.Reason);
        return new NotificationOutcome.Poison("WayOutClosed", closure.Reason);
    }

    private async Task<(List<OrderItem> Claimed, List<OrderItem> Elsewhere)> ClaimAsync(
        MailOrder order, string holder, CancellationToken cancellationToken)
    {
        var (claimed, elsewhere) = (new List<OrderItem>(order.Items.Count), new List<OrderItem>());
        var outcomes = await AtOnce.SelectAsync(order.Items, item => ClaimAsync(order, item, holder, cancellationToken));
        foreach (var (item, outcome) in order.Items.Zip(outcomes))
        {
            if (outcome == ClaimOutcome.Claimed) claimed.Add(item);
            else if (outcome == ClaimOutcome.ClaimedByAnother) elsewhere.Add(item);
            else logger.NotSentAgain(order.NotificationIdOf(item), item.TicketId, outcome);
        }

        return (claimed, elsewhere);
    }

    private Task<ClaimOutcome> ClaimAsync(MailOrder order, OrderItem item, string holder, CancellationToken cancellationToken)
    {
        var claim = new NotificationClaim(
            item.TicketId, order.NotificationIdOf(item), order.Recipient, item.InWords(), holder, clock.GetCurrentInstant(),
            MailOrder.ClaimGoesStaleAfter)
        {
            Predecessor = order.Deferral?.Holder ?? order.HolderOfVersion01,
            IsResent = order.Resent > 0,
        };
        return ledger.ClaimAsync(claim, cancellationToken);
    }

    private async Task RecordAsync(MailOrder order, IReadOnlyList<OrderItem> items, NotificationState state, string? detail)
    {
        var result = new NotificationResult(state, clock.GetCurrentInstant(), detail);
        await AtOnce.ForEachAsync(
            items, item => ledger.RecordAsync(item.TicketId, order.NotificationIdOf(item), result, CancellationToken.None));
    }
}
