using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Monitoring.Notification.Addressees;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification.Orders;

/// <summary>
/// Orders of mails that bring the report on a month. The id of each follows from agreement, month and reader: a second one is a repeat,
/// whoever orders it.
/// </summary>
internal static class ReportOrders
{
    /// <summary>What stands for a ticket in the ledger. No ticket has this id: ids of tickets have no control characters.</summary>
    public const string Ticket = "\treport";

    /// <summary>
    /// The report to the provider's side, and to the customer's where nobody has to approve it; else the question whether it may go there.
    /// </summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="month">The month.</param>
    /// <param name="comesLate">Whether it was due when the monitor was away.</param>
    /// <param name="now">The present, which says who is on call.</param>
    public static IReadOnlyList<OutgoingMessage> First(Agreement agreement, ReportSpan month, bool comesLate, Instant now)
    {
        if (agreement.Reports is not { } reports) return [];

        return
        [
            .. Of(agreement, month, reports.Provider, asksApproval: false, comesLate, now),
            .. reports.ApprovedBy is { } approver
                ? Of(agreement, month, [approver], asksApproval: true, comesLate, now)
                : Of(agreement, month, reports.Customer, asksApproval: false, comesLate, now),
        ];
    }

    /// <summary>The report to the customer's side.</summary>
    public static IReadOnlyList<OutgoingMessage> ToCustomer(Agreement agreement, ReportSpan month, Instant now) =>
        [.. Of(agreement, month, agreement.Reports?.Customer ?? [], asksApproval: false, comesLate: false, now)];

    private static IEnumerable<OutgoingMessage> Of(
        Agreement agreement, ReportSpan month, IReadOnlyList<string> contacts, bool asksApproval, bool comesLate, Instant now)
    {
        var item = new OrderItem
        {
            TicketId = Ticket,
            Clock = new ClockId($"{agreement.Id}/{(asksApproval ? "approval" : "report")}"),
            Kind = MailItemKind.Notice,
            Moment = month.ToString(),
            At = now,
            Because = asksApproval ? "approvedBy" : "reports",
        };
        return contacts
            .SelectMany(contact => AddresseeLookup.ContactedOrFallback(agreement, contact, item.Because, now))
            .DistinctBy(addressee => addressee.Address, StringComparer.OrdinalIgnoreCase)
            .Select(addressee => MailOrders.Message(MailOrders.Order(addressee, [new Telling(addressee, item)], now) with
            {
                Report = new ReportOrder(agreement.Id, month.ToString(), asksApproval) { ComesLate = comesLate },
            }));
    }
}
