using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Monitoring.Concurrency;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Notification;

/// <summary>
/// Claims what an order tells. A mail that was handed over and not recorded may have arrived: nobody takes single things out of it, to tell
/// them in another mail. The whole mail is told again under its own id, and mail systems see that it is a repeat.
/// </summary>
internal sealed class OrderClaims(INotificationLedger ledger, IMailManifests manifests, IClock clock, ILogger logger)
{
    /// <summary>Claims an order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="holder">Who claims it.</param>
    /// <param name="before">Whose claims it takes over besides those of whoever has put it off; usually <c>null</c>.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<ClaimedItems> ClaimAsync(MailOrder order, string holder, string? before, CancellationToken cancellationToken)
    {
        var claimed = new HashSet<OrderItem>(ReferenceEqualityComparer.Instance);
        var elsewhere = new List<OrderItem>();
        var cutOff = new Dictionary<string, CutOffMail>(StringComparer.Ordinal);

        // All go the same way, so that of two who deliver one mail the first to claim anything gets everything: the rest at once.
        var items = order.Items.OrderBy(order.NotificationIdOf, StringComparer.Ordinal).ToList();
        var outcomes = new Queue<ClaimOutcome>();
        foreach (var (i, item) in items.Index())
        {
            var claim = ClaimOf(order, item, holder, before);
            if (!outcomes.TryDequeue(out var outcome)) outcome = await ledger.ClaimAsync(claim, cancellationToken);
            if (outcome == ClaimOutcome.Claimed && claimed.Count == 0)
            {
                outcomes = new(await AtOnce.SelectAsync(
                    items[(i + 1)..], other => ledger.ClaimAsync(ClaimOf(order, other, holder, before), cancellationToken)));
            }

            if (outcome == ClaimOutcome.ClaimedByAnother)
            {
                var (mailId, isLeft) = await MailOfAsync(claim, cancellationToken);
                if (mailId is not null && mailId != order.MailId
                    && (cutOff.GetValueOrDefault(mailId) ?? await FindAsync(mailId, cancellationToken)) is { } mail
                    && mail.Order.Items.Any(one => mail.Order.NotificationIdOf(one) == claim.NotificationId))
                {
                    cutOff[mailId] = mail with { IsLeft = mail.IsLeft && isLeft };
                    continue;
                }

                outcome = await ledger.ClaimAsync(claim with { StaleAfter = MailOrder.ClaimGoesStaleAfter }, cancellationToken);
                if (outcome == ClaimOutcome.ClaimedByAnother && mailId == order.MailId)
                    return new ClaimedItems([], [], [], IsBeingTold: true);
            }

            if (outcome == ClaimOutcome.Claimed) claimed.Add(item);
            else if (outcome == ClaimOutcome.ClaimedByAnother) elsewhere.Add(item);
            else logger.NotSentAgain(claim.NotificationId, item.TicketId, outcome);
        }

        return new ClaimedItems([.. order.Items.Where(claimed.Contains)], elsewhere, [.. cutOff.Values], IsBeingTold: false);
    }

    /// <summary>A claim that takes nothing over from a delivery that has not left it to us.</summary>
    private NotificationClaim ClaimOf(MailOrder order, OrderItem item, string holder, string? before) => new(
        item.TicketId, order.NotificationIdOf(item), order.Recipient, item.InWords(), holder, clock.GetCurrentInstant(), StaleAfter: null)
    {
        Predecessor = before ?? order.Deferral?.Holder ?? order.HolderOfVersion01,
        IsResent = order.Resent > 0,
    };

    /// <summary>The mail by which a claimed notification was to be told, where that is known, and whether it may be taken over.</summary>
    private async Task<(string? MailId, bool IsLeft)> MailOfAsync(NotificationClaim claim, CancellationToken cancellationToken)
    {
        var records = await ledger.ListAsync(claim.TicketId, cancellationToken);
        var known = records.FirstOrDefault(record => record.NotificationId == claim.NotificationId);
        if (known is not { State: NotificationState.Claimed }) return (null, false);

        var row = new ClaimedNotification(known.State, known.Holder, known.ClaimedAt);
        var isLeft = row.IsLeft || !ClaimRule.IsYoung(row, claim.At, MailOrder.ClaimGoesStaleAfter);
        return (NotifierIdentity.MailIdOf(known.Holder), isLeft);
    }

    /// <summary>A mail that may have left; <c>null</c> for one that was never handed over.</summary>
    private async Task<CutOffMail?> FindAsync(string mailId, CancellationToken cancellationToken) =>
        await manifests.FindAsync(mailId, cancellationToken) is { } manifest && MailOrderJson.Read(manifest.Body, out _) is { } mail
            ? new CutOffMail(mail, IsLeft: true)
            : null;
}
