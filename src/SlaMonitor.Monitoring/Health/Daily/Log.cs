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

    [LoggerMessage(2124, LogLevel.Information, "{Recipient} is told of {Agreement}: {Date}", EventName = nameof(DateMailOrdered))]
    public static partial void DateMailOrdered(this ILogger logger, string recipient, string agreement, string date);

    [LoggerMessage(
        2125, LogLevel.Warning, "The mails about the agreements' dates wait for the next evaluation: {Reason}",
        EventName = nameof(DateMailWaits))]
    public static partial void DateMailWaits(this ILogger logger, string reason);

    [LoggerMessage(
        2126, LogLevel.Error, "The mails about the agreements' dates cannot be put together; the next evaluation tries again",
        EventName = nameof(DateMailFailed))]
    public static partial void DateMailFailed(this ILogger logger, Exception exception);
}
