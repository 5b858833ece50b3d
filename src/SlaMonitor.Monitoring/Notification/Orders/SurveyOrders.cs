using NodaTime;
using SlaMonitor.Core.Addresses;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Indicators;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Core.Surveys;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Monitoring.Notification.Addressees;

namespace SlaMonitor.Monitoring.Notification.Orders;

/// <summary>
/// Orders of mails that ask a requester how satisfied they are. The id of each follows from the ticket, or from agreement and period, and
/// from the requester: whoever orders a second one, the ledger knows it, and nobody is asked twice.
/// </summary>
internal static class SurveyOrders
{
    private const string Requester = "requester";

    private static readonly ClockId Clock = new("survey");

    /// <summary>The order; <c>null</c> where the requester's address is not known, or more than one could be it.</summary>
    public static MailOrder? Of(Ticket ticket, Survey survey, Instant now)
    {
        List<string> addresses = [.. ticket.Facts.Requesters.Where(MailAddressRule.IsPlain)];
        if (addresses is not [var address]) return null;

        var addressee = AddresseeLookup.Known(survey.Agreement, address, Requester);
        var item = new OrderItem
        {
            TicketId = LedgerTicket(ticket, survey.Agreement, now),
            Clock = Clock,
            Kind = MailItemKind.Notice,
            Moment = Survey.Asked.Name,
            At = survey.At,
            Because = Requester,
        };
        return MailOrders.Order(addressee, [new Telling(addressee, item)], now) with { Survey = new SurveyOrder(ticket.Id) };
    }

    /// <summary>
    /// What stands for a ticket in the ledger: the ticket, or a name for the period in which nobody is asked twice. No ticket has such an
    /// id: ids of tickets have no control characters.
    /// </summary>
    private static string LedgerTicket(Ticket ticket, Agreement agreement, Instant now)
    {
        ReportPeriod? once = agreement.Indicators.Satisfaction?.SurveyEvery switch
        {
            SurveyInterval.Month => ReportPeriod.Month,
            SurveyInterval.Quarter => ReportPeriod.Quarter,
            SurveyInterval.Year => ReportPeriod.Year,
            _ => null,
        };
        return once is { } period
            ? $"\tsurvey {agreement.Id} {ReportSpan.Containing(now.InZone(agreement.TimeZone).Date, period)}"
            : ticket.Id;
    }
}
