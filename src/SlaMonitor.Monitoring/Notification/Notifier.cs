using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Core.Addresses;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Mails;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Monitoring.Concurrency;
using SlaMonitor.Monitoring.Notification.Delivery;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Notification.Surveys;
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
    WaysOut waysOut,
    PutOff putOff,
    NextToTell next,
    SentMails sent,
    OvertakenTellings overtaken,
    ReportMails reports,
    SurveyMails surveys,
    SurveyCounts surveyCounts,
    IClock clock,
    ILogger<Notifier> logger)
{
    /// <summary>The deliveries that go on now. A queue may deliver a message again whose delivery is not done yet.</summary>
    private readonly ConcurrentDictionary<string, bool> _underWay = new(StringComparer.Ordinal);

    private readonly OrderClaims _claims = new(ledger, manifests, clock, logger);

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
        if (!_underWay.TryAdd(holder, true)) return await ElsewhereAsync(order, holder, cancellationToken);

        try
        {
            return waysOut.GateOf(order.Recipient).Enter() is { } closure
                ? await ClosedAsync(order, holder, closure, cancellationToken)
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
        var isPutOff = false;
        for (string? before = null; ;)
        {
            var claim = await _claims.ClaimAsync(order, holder, before, cancellationToken);
            if (claim.IsBeingTold) return await ElsewhereAsync(order, holder, cancellationToken);

            // What another mail has claimed comes by that mail, should it have been cut off: it is its repeat then, and has its id.
            foreach (var mail in claim.CutOff)
                await putOff.ForClaimAsync(mail, order.Deferral, identity.HolderOf(mail.Order), cancellationToken);
            if (claim.Elsewhere.Count > 0) await ElsewhereAsync(order.Of(claim.Elsewhere), holder, cancellationToken);
            isPutOff |= claim is not { Elsewhere: [], CutOff: [] };
            if (claim.Claimed.Count == 0)
                return isPutOff ? new NotificationOutcome.Deferred(PutOff.ToldElsewhere) : new NotificationOutcome.AlreadyTold();

            if (claim is { Elsewhere: [], CutOff: [] }) return await SendAsync(order, claim.Claimed, holder, cancellationToken);

            // Two mails of one id would pass for one mail and its repeat: what is left is a mail of its own, and its claims say so.
            before = holder;
            order = order.Of(claim.Claimed);
            holder = identity.HolderOf(order);
        }
    }

    private async Task<NotificationOutcome> SendAsync(
        MailOrder order, IReadOnlyList<OrderItem> claimed, string holder, CancellationToken cancellationToken)
    {
        if (order.WithoutAgreement is { } found)
        {
            var mail = WithoutAgreementMail.Of(
                order.MailId, order.Recipient, order.Language, clock.GetCurrentInstant(), found, order.OrderedAt);
            return await HandOverAsync(order, claimed, holder, mail, cancellationToken);
        }

        if (order.AgreementDate is { } date)
        {
            var mail = AgreementDateMail.Of(order.MailId, MailContentsBuilder.ReaderOf(order), clock.GetCurrentInstant(), date);
            return await HandOverAsync(order, claimed, holder, mail, cancellationToken);
        }

        if (order.Report is { } report)
        {
            if (await reports.WriteAsync(order, report, cancellationToken) is var (mail, brought))
                return await HandOverAsync(order, claimed, holder, mail, cancellationToken, brought);

            var nothing = $"{report.Agreement} sends no report on {report.Month} any more.";
            await RecordAsync(order, claimed, NotificationState.Failed, nothing);
            return new NotificationOutcome.Poison("NoSuchReport", nothing);
        }

        if (order.Survey is { } survey)
        {
            return await surveys.WriteAsync(order, survey, cancellationToken) is { } mail
                ? await HandOverAsync(order, claimed, holder, mail, cancellationToken)
                : await NotAskedAsync(order, claimed, survey, "there is nothing to ask any more.");
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
        return await HandOverAsync(order, told, holder, composer.Compose(written), cancellationToken, contents: written);
    }

    private async Task<NotificationOutcome> HandOverAsync(
        MailOrder order, IReadOnlyList<OrderItem> told, string holder, Mail mail, CancellationToken cancellationToken,
        ReportSummary? brought = null, MailContents? contents = null)
    {
        var gate = waysOut.GateOf(order.Recipient);
        var kept = MailOrderJson.Write(order with { Deferral = null });
        await manifests.KeepAsync(new MailManifest(order.MailId, kept, clock.GetCurrentInstant()), cancellationToken);
        var handedOverAt = sent.Now; // what is told of the mail can only have happened later
        switch (await waysOut.SendAsync(mail, contents, cancellationToken))
        {
            case SendOutcome.Accepted accepted:
                gate.Opened(tookIt: true);
                await RecordAsync(order, told, NotificationState.Sent, accepted.Reference);
                if (!ChannelAddress.Is(order.Recipient)) await sent.KeepAsync(order.Recipient, order.MailId, handedOverAt);
                if (brought is not null) await reports.KeepAsync(brought, order.Recipient);
                foreach (var item in told) logger.Sent(order.NotificationIdOf(item), item.TicketId, item.Subject);
                return new NotificationOutcome.Sent();
            case SendOutcome.Unavailable unavailable:
                var closure = gate.Close(unavailable.Reason, unavailable.RetryAfter?.ToTimeSpan());
                return await ClosedAsync(order, holder, closure, cancellationToken);
            case SendOutcome.Deferred deferred:
                gate.Opened(tookIt: false);
                return await putOff.ForRecipientAsync(order, holder, deferred, cancellationToken)
                    ? new NotificationOutcome.Deferred(deferred.Reason)
                    : await RefusedAsync(order, told, deferred.Reason);
            case SendOutcome.Refused refused:
                gate.Opened(tookIt: false);
                return await RefusedAsync(order, told, refused.Reason);
            default:
                throw new InvalidOperationException("A mailer answered what no mailer can.");
        }
    }

    private async Task<NotificationOutcome> RefusedAsync(MailOrder order, IReadOnlyList<OrderItem> told, string reason)
    {
        if (order.Survey is { } survey) return await NotAskedAsync(order, told, survey, reason);

        await RecordAsync(order, told, NotificationState.Failed, reason);
        return await next.TellAsync(order, told, reason, CancellationToken.None) is { Count: > 0 }
            ? new NotificationOutcome.Poison(NotificationOutcome.NobodyReached, NextToTell.NobodyLeft(order, reason))
            : new NotificationOutcome.Poison("MailRefused", reason);
    }

    /// <summary>A requester who cannot be asked is nobody's trouble: it is counted, and nobody is asked instead.</summary>
    private async Task<NotificationOutcome> NotAskedAsync(
        MailOrder order, IReadOnlyList<OrderItem> asked, SurveyOrder survey, string reason)
    {
        await RecordAsync(order, asked, NotificationState.Failed, reason);
        surveyCounts.NotSent(survey.TicketId, reason);
        return new NotificationOutcome.AlreadyTold();
    }

    /// <summary>
    /// Puts an order off that another delivery has claimed. It may be dead: then its claims go stale, and this order takes them over.
    /// </summary>
    private async Task<NotificationOutcome> ElsewhereAsync(MailOrder order, string holder, CancellationToken cancellationToken)
    {
        await putOff.ForClaimAsync(order, holder, cancellationToken);
        return new NotificationOutcome.Deferred(PutOff.ToldElsewhere);
    }

    /// <summary>
    /// Puts an order off until the way out may be open. While no mail leaves, nobody else is told instead: nobody else could be. A channel
    /// is only one way of several: somebody is told by another before it is too late.
    /// </summary>
    private async Task<NotificationOutcome> ClosedAsync(
        MailOrder order, string holder, Closure closure, CancellationToken cancellationToken)
    {
        if (await putOff.ForWayOutAsync(order, holder, closure, cancellationToken))
            return new NotificationOutcome.Deferred(closure.Reason);

        var claim = await _claims.ClaimAsync(order, holder, before: null, cancellationToken);
        if (ChannelAddress.Is(order.Recipient)) return await RefusedAsync(order, claim.Claimed, closure.Reason);

        await RecordAsync(
            order, claim.Claimed, NotificationState.Failed, $"Given up after {putOff.Patience.TotalHours} h: {closure.Reason}");
        logger.PatienceOver(order.MailId, order.TicketIds, putOff.Patience, closure.Reason);
        return new NotificationOutcome.Poison("WayOutClosed", closure.Reason);
    }

    private async Task RecordAsync(MailOrder order, IReadOnlyList<OrderItem> items, NotificationState state, string? detail)
    {
        var result = new NotificationResult(state, clock.GetCurrentInstant(), detail);
        await AtOnce.ForEachAsync(
            items, item => ledger.RecordAsync(item.TicketId, order.NotificationIdOf(item), result, CancellationToken.None));
    }
}
