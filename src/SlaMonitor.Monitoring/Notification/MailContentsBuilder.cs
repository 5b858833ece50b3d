using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Concurrency;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Notification.Addressees;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification;

/// <summary>
/// Looks up what the names in an order stand for, as of now: a mail says how things are when it is written, not when it was ordered.
/// </summary>
public sealed class MailContentsBuilder(
    AssessedTickets tickets, IAgreementSource agreements, AcknowledgeLinks links, AllowedRecipients allowed, IClock clock)
{
    /// <summary>
    /// The contents of the mail, <c>null</c> where nothing of it can be told any more; the items of which that is
    /// so; the tickets as loaded.
    /// </summary>
    internal async Task<(
        MailContents? Contents,
        IReadOnlyList<OrderItem> Hopeless,
        IReadOnlyDictionary<string, AssessedTicket> Tickets)> BuildAsync(
        MailOrder order, IReadOnlyList<OrderItem> items, CancellationToken cancellationToken)
    {
        // Another instance may have found whom to tell; this one may have started a moment ago and not know yet who is on call.
        var book = await agreements.GetAsync(cancellationToken);
        var now = clock.GetCurrentInstant();
        var ids = items.Select(item => item.TicketId).Distinct(StringComparer.Ordinal).ToList();
        var loaded = (await AtOnce.SelectAsync(ids, id => tickets.LoadAsync(id, book, now, cancellationToken)))
            .ToDictionary(ticket => ticket.Id, StringComparer.Ordinal);
        var found = new Dictionary<OrderItem, MailItem>(ReferenceEqualityComparer.Instance);
        foreach (var item in items)
        {
            if (loaded[item.TicketId].Assessment?.FindPromise(item.Clock) is { } promise)
                found.Add(item, Item(order, item, promise, now));
        }

        var hopeless = items.Where(item => !found.ContainsKey(item)).ToList();
        return (
            found.Count == 0 ? null : Contents(order, [.. items.Where(found.ContainsKey).Select(item => found[item])], now),
            hopeless,
            loaded);
    }

    /// <summary>Who reads a mail.</summary>
    internal static Reader ReaderOf(MailOrder order) =>
        new(order.Recipient, order.Language, DateTimeZoneProviders.Tzdb.GetZoneOrNull(order.TimeZone) ?? DateTimeZone.Utc);

    private MailContents Contents(MailOrder order, IReadOnlyList<MailItem> items, Instant now) => new()
    {
        MailId = order.MailId,
        Reader = ReaderOf(order),
        Items = items,
        TakeAllUrl = items.Count(item => item is { AcknowledgeUrl: not null, AcknowledgedBy: null }) > 1
            ? links.ForAllOf(order.MailId, order.Recipient, now)
            : null,
        WrittenAt = now,
    };

    /// <summary>The step of a moment; of several, for the hours of the day, the one that names who is told.</summary>
    private static EscalationStep? StepAt(EscalationPolicy? policy, string moment, string because)
    {
        var there = (policy?.Steps ?? []).Where(step => step.At.Name == moment).ToList();
        return there.Find(step => step.Notify.Contains(because, StringComparer.Ordinal)) ?? there.FirstOrDefault();
    }

    private MailItem Item(MailOrder order, OrderItem item, Clock promise, Instant now)
    {
        var policy = EscalationSchedule.PolicyOf(promise);
        var step = StepAt(policy, StepName.Parse(item.Moment).Moment, item.Because);
        var notificationId = order.NotificationIdOf(item);
        return new MailItem
        {
            NotificationId = notificationId,
            Kind = item.Kind,
            Explanation = ClockExplanation.Of(promise, now),
            Moment = item.Moment,
            At = item.At,
            WaitedSince = item.HasWaited ? item.At : null,
            Step = step is null ? null : policy!.Steps.TakeWhile(other => !ReferenceEquals(other, step)).Count() + 1,
            Steps = policy?.Steps.Count ?? 0,
            Because = item.Because,
            AlsoTold = step is null || item.Unreached is not null
                ? []
                : [.. AddresseeLookup.Of(promise, step, allowed, order.OrderedAt)
                    .Select(other => other.Address)
                    .Where(other => !string.Equals(other, order.Recipient, StringComparison.OrdinalIgnoreCase))],
            AcknowledgedBy = promise.AcknowledgementAt(now),
            AcknowledgeUrl = item.Kind == MailItemKind.AllClear || promise.EndedAt <= now
                ? null
                : links.For(promise, order.Recipient, notificationId, now),
            TicketPage = links.ForTicket(promise.Ticket.Id),
            Unreached = item.Unreached,
        };
    }
}
