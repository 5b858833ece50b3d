using NodaTime;
using NodaTime.Text;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Monitoring.Notification.Addressees;

namespace SlaMonitor.Monitoring.Notification.Orders;

/// <summary>Orders of mails that tell the operator how the monitor is, instead of telling somebody of a promise.</summary>
internal static class OperatorOrders
{
    /// <summary>What stands for a ticket in the ledger. No ticket has this id: ids of tickets have no control characters.</summary>
    public const string Ticket = "\toperator";

    private static readonly ClockId WithoutAgreementClock = new("withoutAgreement");

    /// <summary>The order that tells of tickets without an agreement. Its id follows from the day: a second one is a repeat.</summary>
    /// <param name="to">The operator.</param>
    /// <param name="language">The operator's language.</param>
    /// <param name="day">The day, in UTC.</param>
    /// <param name="found">The tickets.</param>
    /// <param name="now">The present.</param>
    public static MailOrder OfWithoutAgreement(string to, string language, LocalDate day, TicketsWithoutAgreement found, Instant now)
    {
        var item = new OrderItem
        {
            TicketId = Ticket,
            Clock = WithoutAgreementClock,
            Kind = MailItemKind.Notice,
            Moment = LocalDatePattern.Iso.Format(day),
            At = now,
            Because = "operator",
        };
        var addressee = new Addressee(to, "operator", language, DateTimeZone.Utc, Grouping.Default);
        return MailOrders.Order(addressee, [new Telling(addressee, item)], now) with { WithoutAgreement = found };
    }
}
