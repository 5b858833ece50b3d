using Microsoft.Extensions.Logging;

namespace SlaMonitor.Monitoring.Health.Daily;

internal static partial class Log
{
    [LoggerMessage(
        2121, LogLevel.Information, "{Operator} is told of open tickets that no agreement governs: {Tickets}",
        EventName = nameof(DailyMailOrdered))]
    public static partial void DailyMailOrdered(this ILogger logger, string @operator, int tickets);

    [LoggerMessage(
        2122, LogLevel.Warning, "The operator's daily mail waits for the next evaluation: {Reason}", EventName = nameof(DailyMailWaits))]
    public static partial void DailyMailWaits(this ILogger logger, string reason);

    [LoggerMessage(
        2123, LogLevel.Error, "The operator's daily mail cannot be put together; the next evaluation tries again",
        EventName = nameof(DailyMailFailed))]
    public static partial void DailyMailFailed(this ILogger logger, Exception exception);
}
