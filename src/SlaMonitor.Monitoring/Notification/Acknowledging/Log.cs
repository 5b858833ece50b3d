using Microsoft.Extensions.Logging;
using NodaTime;

namespace SlaMonitor.Monitoring.Notification.Acknowledging;

internal static partial class Log
{
    [LoggerMessage(7020, LogLevel.Information, "Ticket {TicketId}: {Clock} was taken until {Until}", EventName = nameof(Taken))]
    public static partial void Taken(this ILogger logger, string ticketId, string clock, Instant until);

    [LoggerMessage(7024, LogLevel.Information, "Ticket {TicketId}: {Clock} was {Done}", EventName = nameof(HandedOver))]
    public static partial void HandedOver(this ILogger logger, string ticketId, string clock, string done);
}
