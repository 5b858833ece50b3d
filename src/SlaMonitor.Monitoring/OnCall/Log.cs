using Microsoft.Extensions.Logging;
using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Monitoring.OnCall;

internal static partial class Log
{
    [LoggerMessage(
        1410, LogLevel.Information,
        "{Events} event(s) of the on-call calendar {Feed} are in force",
        EventName = nameof(OnCallFeedRead))]
    public static partial void OnCallFeedRead(this ILogger logger, string feed, int events);

    [LoggerMessage(1411, LogLevel.Warning, "{Trouble}", EventName = nameof(OnCallFeedRefused))]
    public static partial void OnCallFeedRefused(this ILogger logger, string trouble);

    [LoggerMessage(1412, LogLevel.Warning, "{Problem}", EventName = nameof(OnCallFeedWarning))]
    public static partial void OnCallFeedWarning(this ILogger logger, AgreementProblem problem);

    [LoggerMessage(
        1413, LogLevel.Warning,
        "The on-call calendar {Feed} cannot be kept for the next start: {Reason}",
        EventName = nameof(OnCallFeedNotKept))]
    public static partial void OnCallFeedNotKept(this ILogger logger, string feed, string reason);

    [LoggerMessage(1414, LogLevel.Error, "The on-call calendar {Feed} cannot be followed", EventName = nameof(OnCallFeedFailed))]
    public static partial void OnCallFeedFailed(this ILogger logger, Exception exception, string feed);

    public static void OnCallFeedWarnings(this ILogger logger, IEnumerable<AgreementProblem> problems)
    {
        foreach (var problem in problems) logger.OnCallFeedWarning(problem);
    }
}
