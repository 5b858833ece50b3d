using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Core.Addresses;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Notification.Addressees;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification.Delivery;

/// <summary>
/// Finds who is told instead of somebody whom a mail did not reach: the next in the rotation, else whom the clock's next step tells, else
/// the fallback contact. Where they cannot be reached either, the one after them.
/// </summary>
public sealed class NextToTell(
    AssessedTickets tickets, IAgreementSource agreements, INotificationLedger ledger, INotificationQueue queue, UnqueuedMails unqueued,
    AllowedRecipients allowed, IClock clock, ILogger<NextToTell> logger)
{
    /// <summary>That nobody could be told, in words for whoever finds the dead letter.</summary>
    internal static string NobodyLeft(MailOrder order, string reason) =>
        $"Nobody is left who could be told instead of {order.Recipient}: {reason}";

    /// <summary>
    /// Lays by what nobody could be told of: it comes to lie with the dead letters, where the health shows it, until a person has seen it.
    /// </summary>
    internal Task LayByAsync(MailOrder order, IReadOnlyList<OrderItem> items, string reason, CancellationToken cancellationToken) =>
        SendAsync([MailOrders.Message(order.Of(items) with { NobodyLeft = NobodyLeft(order, reason) })], cancellationToken);

    /// <summary>Puts the mails to the next ones on the queue.</summary>
    /// <param name="order">The mail that did not arrive.</param>
    /// <param name="items">What it told.</param>
    /// <param name="reason">Why it did not arrive, in the words of the mail system.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The items of which nobody could be told: a person has to see to them.</returns>
    internal async Task<IReadOnlyList<OrderItem>> TellAsync(
        MailOrder order, IReadOnlyList<OrderItem> items, string reason, CancellationToken cancellationToken)
    {
        var book = await agreements.GetAsync(cancellationToken);
        var now = clock.GetCurrentInstant();
        var tellings = new List<Telling>();
        var nobodyLeft = new List<OrderItem>();
        // There is one operator. A requester who is not asked how satisfied they are leaves nobody in the dark.
        if (order.Survey is null) nobodyLeft.AddRange(items.Where(item => item.Kind == MailItemKind.Notice));
        foreach (var ofTicket in items
            .Where(item => item.Kind is not (MailItemKind.AllClear or MailItemKind.Update or MailItemKind.Notice))
            .GroupBy(item => item.TicketId, StringComparer.Ordinal))
        {
            var ticket = await tickets.LoadAsync(ofTicket.Key, book, now, cancellationToken);
            var unreachable = await UnreachableAsync(ofTicket.Key, order.Recipient, cancellationToken);
            foreach (var item in ofTicket)
            {
                if (ticket.Assessment?.FindPromise(item.Clock) is not { } promise
                    || promise.EndedAt <= now
                    || promise.AcknowledgementAt(now) is not null)
                {
                    continue;
                }

                var next = Candidates(promise, item, order.Recipient, now)
                    .Select(group => group.Where(who => !unreachable.Contains(who.Address)).ToList())
                    .FirstOrDefault(group => group.Count > 0);
                if (next is null)
                {
                    logger.NobodyReached(item.TicketId, item.StepId.ToString());
                    nobodyLeft.Add(item);
                }

                tellings.AddRange((next ?? []).Select(recipient => new Telling(recipient, item with
                {
                    Kind = MailItemKind.Undelivered,
                    Because = recipient.Because,
                    Unreached = new Unreached(order.Recipient, reason),
                }, order.TraceParent)));
            }
        }

        await SendAsync(MailOrders.Group(tellings, now), cancellationToken);
        return nobodyLeft;
    }

    private async Task SendAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken) =>
        await unqueued.RecordAsync(await queue.SendAsync(messages, cancellationToken), cancellationToken);

    /// <summary>Everybody to whom mail about the ticket has failed.</summary>
    private async Task<HashSet<string>> UnreachableAsync(string ticketId, string recipient, CancellationToken cancellationToken)
    {
        var failed = (await ledger.ListAsync(ticketId, cancellationToken))
            .Where(record => record.State is NotificationState.Failed or NotificationState.Undelivered)
            .Select(record => record.Recipient);
        return new HashSet<string>(failed.Append(recipient), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Groups of people, the first to be asked first.</summary>
    private IEnumerable<IReadOnlyList<Addressee>> Candidates(Clock promise, OrderItem item, string unreached, Instant now)
    {
        // Who was to be told by a channel may have a mail address, too.
        if (ChannelAddress.Is(unreached) && AddresseeLookup.Mailed(promise.Agreement, item.Because, item.Because, now) is { } same)
            yield return [same];

        foreach (var member in TurnsAfterNow(promise.Agreement, item.Because, now))
            yield return [AddresseeLookup.Known(promise.Agreement, member, item.Because)];

        var (moment, _) = StepName.Parse(item.Moment);
        var later = EscalationSchedule.PolicyOf(promise)?.Steps.SkipWhile(step => step.At.Name != moment).Skip(1) ?? [];
        foreach (var step in later) yield return AddresseeLookup.Of(promise, step, allowed, now);

        yield return AddresseeLookup.Fallback(promise.Agreement, now);
    }

    /// <summary>Whose turns follow, where who was told was on call.</summary>
    private static IEnumerable<string> TurnsAfterNow(Agreement agreement, string because, Instant now)
    {
        if (!agreement.Contacts.TryGetValue(because, out var contact) || contact.Rotation is not { } rotation) yield break;

        for (var (turn, left) = (rotation.NextAfter(now, agreement.TimeZone), rotation.Turns.Members.Count); turn is not null
            && left > 0; left--)
        {
            yield return turn.Member;
            turn = rotation.NextAfter(turn.From, agreement.TimeZone);
        }
    }
}
