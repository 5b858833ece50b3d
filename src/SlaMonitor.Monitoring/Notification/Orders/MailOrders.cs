using NodaTime;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Monitoring.Notification.Addressees;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification.Orders;

/// <summary>Makes one mail of all that one person is to be told now.</summary>
internal static class MailOrders
{
    /// <summary>Beyond this a mail is no longer read, and a second one begins.</summary>
    private const int MostItems = 500;

    /// <summary>What is left for the items of an order besides its own few properties.</summary>
    private const int MostBytes = MailManifest.LongestBody - 4096;

    /// <summary>The queue messages: one for each person, or as many as it takes.</summary>
    public static IReadOnlyList<OutgoingMessage> Group(IEnumerable<Telling> tellings, Instant now) =>
    [
        .. tellings
            .GroupBy(telling => telling.Addressee.Address, StringComparer.OrdinalIgnoreCase)
            .SelectMany(ofOne => Split(ofOne.DistinctBy(telling => (telling.Item.TicketId, telling.Item.Subject)))
                .Select(part => Order(ofOne.First().Addressee, part, now)))
            .Select(Message),
    ];

    private static IEnumerable<List<Telling>> Split(IEnumerable<Telling> tellings)
    {
        var part = new List<Telling>();
        var bytes = 0;
        foreach (var telling in tellings
            .OrderBy(telling => Urgency(telling.Item))
            .ThenBy(telling => telling.Item.At)
            .ThenBy(telling => telling.Item.TicketId, StringComparer.Ordinal))
        {
            var length = MailOrderJson.LengthOf(telling.Item);
            if (part.Count > 0 && (part.Count == MostItems || bytes + length > MostBytes))
            {
                yield return part;
                (part, bytes) = ([], 0);
            }

            part.Add(telling);
            bytes += length;
        }

        if (part.Count > 0) yield return part;
    }

    /// <summary>The most pressing first: what broke, what somebody else did not hear of, what may break, what is well.</summary>
    private static int Urgency(OrderItem item) => item.Kind switch
    {
        MailItemKind.Breach => 0,
        MailItemKind.Undelivered => 1,
        MailItemKind.Warning => 2,
        _ => 3,
    };

    /// <summary>The order of one mail.</summary>
    public static MailOrder Order(Addressee recipient, List<Telling> tellings, Instant now)
    {
        var items = tellings.ConvertAll(telling => telling.Item);
        var order = new MailOrder
        {
            MailId = string.Empty,
            Recipient = recipient.Address,
            Language = recipient.Language,
            TimeZone = recipient.TimeZone.Id,
            OrderedAt = now,
            TraceParent = tellings[0].TraceParent,
            Items = items,
        };
        return order with { MailId = NotificationIds.OfMail([.. items.Select(order.NotificationIdOf)]) };
    }

    /// <summary>The queue message of an order.</summary>
    public static OutgoingMessage Message(MailOrder order)
    {
        var subject = order.Items.Count == 1 ? order.Items[0].StepId.ToString() : $"{order.Items.Count} promises";
        return new OutgoingMessage(order.MessageId, subject, order.TicketIds, MailOrderJson.Write(order), order.TraceParent);
    }
}
