using Microsoft.Extensions.Logging;

namespace SlaMonitor.Monitoring.Notification.Surveys;

internal static partial class Log
{
    [LoggerMessage(
        7050, LogLevel.Information,
        "Ticket {TicketId}: nobody is asked how satisfied they are, because no address of the requester is known, or more than one",
        EventName = nameof(RequesterNotAsked))]
    public static partial void RequesterNotAsked(this ILogger logger, string ticketId);

    [LoggerMessage(
        7051, LogLevel.Information, "Ticket {TicketId}: the requester was not asked how satisfied they are: {Reason}",
        EventName = nameof(SurveyNotSent))]
    public static partial void SurveyNotSent(this ILogger logger, string ticketId, string reason);

    [LoggerMessage(7052, LogLevel.Information, "Ticket {TicketId}: it was rated {Rating} by its survey", EventName = nameof(TicketRated))]
    public static partial void TicketRated(this ILogger logger, string ticketId, int rating);
}
