using System.Text.Json;
using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Notification.Contents;
using SlaMonitor.Monitoring.Observability;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification;

/// <summary>
/// Tells one recipient of one step: claim, send, record. A crash between sending and recording may send a mail twice rather than never; everything
/// else is sent once, however often the message comes.
/// </summary>
public sealed class Notifier(
    ITicketStore store, IAgreementSource agreements, INotificationLedger ledger, IMailComposer composer, ObservedMailer mailer, IClock clock, ILogger<Notifier> logger)
{
    private static readonly Duration ClaimGoesStaleAfter = Duration.FromMinutes(5);

    /// <summary>Handles one queue message.</summary>
    /// <param name="body">A <see cref="NotificationOrder"/> in JSON.</param>
    /// <param name="cancellationToken">Stops before the mail is handed over, not after.</param>
    /// <exception cref="PoisonMessageException">The message is hopeless.</exception>
    /// <exception cref="DeliveryDeferredException">The mail system asks to try again later.</exception>
    /// <exception cref="StoreUnavailableException">The store is away; the message may be tried again.</exception>
    public async Task NotifyAsync(string body, CancellationToken cancellationToken)
    {
        var order = Read(body);
        using var span = Trace.Notifying(order.TraceParent, order.TicketId, order.NotificationId);
        var step = $"{order.Target}, cycle {order.Cycle}, {order.Moment}";
        var claim = new NotificationClaim(
            order.TicketId, order.NotificationId, order.Recipient, step, order.OrderedAt.ToString(), clock.GetCurrentInstant(), ClaimGoesStaleAfter);
        if (await ledger.ClaimAsync(claim, cancellationToken) is var outcome and not ClaimOutcome.Claimed)
        {
            logger.NotSentAgain(order.NotificationId, order.TicketId, outcome);
            return;
        }

        if (await ExplainAsync(order, cancellationToken) is not { } explanation)
            throw await GiveUpAsync(order, "NoSuchPromise", $"Ticket {order.TicketId} has no clock for {order.Target} any more.");

        switch (await mailer.SendAsync(Compose(order, explanation), cancellationToken))
        {
            case SendOutcome.Accepted accepted:
                await ledger.RecordAsync(order.TicketId, order.NotificationId, Result(NotificationState.Sent, accepted.Reference), CancellationToken.None);
                logger.Sent(order.NotificationId, order.TicketId, order.StepId);
                break;
            case SendOutcome.Deferred deferred:
                throw new DeliveryDeferredException(deferred.Reason);
            case SendOutcome.Refused refused:
                throw await GiveUpAsync(order, "MailRefused", refused.Reason);
        }
    }

    private async Task<PoisonMessageException> GiveUpAsync(NotificationOrder order, string reason, string description)
    {
        await ledger.RecordAsync(order.TicketId, order.NotificationId, Result(NotificationState.Failed, description), CancellationToken.None);
        return new PoisonMessageException(reason, description);
    }

    private static NotificationOrder Read(string body)
    {
        try
        {
            return NotificationJson.Read(body) is { TicketId: not "", NotificationId: not "", Recipient: not "" } order
                ? order
                : throw new PoisonMessageException("NotAnOrder", "The message body names no notification, ticket or recipient; it should be a notification order.");
        }
        catch (JsonException e)
        {
            throw new PoisonMessageException("NotAnOrder", $"The message body is not a notification order: {e.Message}");
        }
    }

    private async Task<ClockExplanation?> ExplainAsync(NotificationOrder order, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var stored = await store.LoadAsync(order.TicketId, cancellationToken);
        var assessment = stored is null ? null : TicketAssessment.Of(stored.Events, stored.State.FiredSteps, agreements.Current, now);
        var promise = assessment?.Clocks.FirstOrDefault(c => c.Target.Id == order.Target && c.Cycle == order.Cycle)
            ?? assessment?.Clocks.LastOrDefault(c => c.Target.Metric == order.Metric && c.Cycle == order.Cycle);

        return promise is null ? null : ClockExplanation.Of(promise, now);
    }

    private Mail Compose(NotificationOrder order, ClockExplanation explanation) => composer.Compose(new MailContents
    {
        MailId = order.NotificationId,
        Reader = new Reader(order.Recipient, order.Language, DateTimeZoneProviders.Tzdb.GetZoneOrNull(order.TimeZone) ?? DateTimeZone.Utc),
        WrittenAt = clock.GetCurrentInstant(),
        Items =
        [
            new MailItem
            {
                NotificationId = order.NotificationId,
                Kind = explanation.State == ClockState.Breached ? MailItemKind.Breach : MailItemKind.Warning,
                Explanation = explanation,
                Moment = order.Moment,
                At = order.StepAt,
                Step = 1,
                Steps = 1,
                Because = order.Because,
                AlsoTold = order.AlsoTold,
            },
        ],
    });

    private NotificationResult Result(NotificationState state, string? detail) => new(state, clock.GetCurrentInstant(), detail);
}
