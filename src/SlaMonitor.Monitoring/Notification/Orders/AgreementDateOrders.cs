using NodaTime;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Monitoring.Notification.Addressees;

namespace SlaMonitor.Monitoring.Notification.Orders;

/// <summary>Orders of mails that tell an agreement's contacts of its own dates.</summary>
internal static class AgreementDateOrders
{
    private static readonly ClockId Dates = new("dates");

    /// <summary>One mail to each contact. Its id follows from the date and the address: a second one is a repeat.</summary>
    /// <param name="date">The date.</param>
    /// <param name="now">The present, which says who is on call.</param>
    public static IEnumerable<MailOrder> Of(ComingDate date, Instant now) => date.Agreement.Dates!.Tell
        .SelectMany(contact => AddresseeLookup.ContactedOrFallback(date.Agreement, contact, contact, now))
        .DistinctBy(addressee => addressee.Address, StringComparer.OrdinalIgnoreCase)
        .Select(addressee => MailOrders.Order(addressee, [new Telling(addressee, Item(date, addressee, now))], now) with
        {
            AgreementDate = new AgreementDateNotice(
                date.Agreement.Id, date.Agreement.Title, date.Kind, date.On, date.Of, date.At),
        });

    private static OrderItem Item(ComingDate date, Addressee addressee, Instant now) => new()
    {
        // What stands for a ticket in the ledger. No ticket has such an id: ids of tickets have no control characters.
        TicketId = $"\tagreement {date.Agreement.Id}",
        Clock = Dates,
        Kind = MailItemKind.Notice,
        Moment = date.Name,
        At = now,
        Because = addressee.Because,
    };
}
