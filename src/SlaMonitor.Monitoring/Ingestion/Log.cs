using Microsoft.Extensions.Logging;

namespace SlaMonitor.Monitoring.Ingestion;

internal static partial class Log
{
    [LoggerMessage(
        1001, LogLevel.Information, "Ticket {TicketId}: {Stored} event(s) stored, {Duplicates} repeated", EventName = nameof(EventsStored))]
    public static partial void EventsStored(this ILogger logger, string ticketId, int stored, int duplicates);
}
