using Microsoft.Extensions.Logging;
using NodaTime;

namespace SlaMonitor.Monitoring.Ingestion;

internal static partial class Log
{
    [LoggerMessage(
        1006, LogLevel.Warning,
        "Ticket {TicketId}, whose log was reduced long ago, has {Stored} event(s) of late news: months that were reported on may change",
        EventName = nameof(NewsOfReducedTicket))]
    public static partial void NewsOfReducedTicket(this ILogger logger, string ticketId, int stored);

    [LoggerMessage(
        1001, LogLevel.Information, "Ticket {TicketId}: {Stored} event(s) stored, {Duplicates} repeated", EventName = nameof(EventsStored))]
    public static partial void EventsStored(this ILogger logger, string ticketId, int stored, int duplicates);

    [LoggerMessage(
        1002, LogLevel.Information,
        "Ticket {TicketId}: its creation was not received; it counts from {CreatedAt}, the earliest time that was told",
        EventName = nameof(CreationNotReceived))]
    public static partial void CreationNotReceived(this ILogger logger, string ticketId, Instant createdAt);

    [LoggerMessage(
        1003, LogLevel.Information,
        "Ticket {TicketId}: {Messages} message(s) count as nobody's: nothing has said yet who the requester is, and they may be theirs; "
        + "name agents in Agents or Staff of the connection",
        EventName = nameof(RequesterNotKnown))]
    public static partial void RequesterNotKnown(this ILogger logger, string ticketId, int messages);

    [LoggerMessage(
        1005, LogLevel.Warning,
        "Ticket {TicketId}: {Dues} agreed due time(s) count for no clock: none of the ticket's has that metric, or its target does not "
        + "allow for one (agreedDue), or it was due already",
        EventName = nameof(AgreedDueInVain))]
    public static partial void AgreedDueInVain(this ILogger logger, string ticketId, int dues);

    [LoggerMessage(
        1004, LogLevel.Information,
        "Ticket {TicketId}: it is older than {Since}, since when its helpdesk is heard; what was due before is shown, and told to nobody",
        EventName = nameof(EarlierStepsNotTold))]
    public static partial void EarlierStepsNotTold(this ILogger logger, string ticketId, Instant since);
}
