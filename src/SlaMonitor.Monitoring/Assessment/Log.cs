using Microsoft.Extensions.Logging;

namespace SlaMonitor.Monitoring.Assessment;

internal static partial class Log
{
    [LoggerMessage(
        1101, LogLevel.Warning, "Ticket {TicketId} is not written: others wrote it during each of {Attempts} attempts",
        EventName = nameof(TooBusy))]
    public static partial void TooBusy(this ILogger logger, string ticketId, int attempts);
}
