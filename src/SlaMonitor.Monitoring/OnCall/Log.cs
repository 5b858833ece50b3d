using Microsoft.Extensions.Logging;
using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Monitoring.OnCall;

internal static partial class Log
{
    [LoggerMessage(EventId = 1410, EventName = "OnCallFeedRead", Level = LogLevel.Information, Message = "{Events} events of the on-call calendar {Feed} are in force")]
    public static partial void FeedRead(ILogger logger, string feed, int events);

    [LoggerMessage(EventId = 1411, EventName = "OnCallFeedRefused", Level = LogLevel.Warning, Message = "{Trouble}")]
    public static partial void FeedRefused(ILogger logger, string trouble);

    [LoggerMessage(EventId = 1412, EventName = "OnCallFeedWarning", Level = LogLevel.Warning, Message = "{Problem}")]
    public static partial void FeedWarning(ILogger logger, AgreementProblem problem);

    [LoggerMessage(EventId = 1413, EventName = "OnCallFeedNotKept", Level = LogLevel.Warning, Message = "The on-call calendar {Feed} cannot be kept for the next start: {Reason}")]
    public static partial void FeedNotKept(ILogger logger, string feed, string reason);

    [LoggerMessage(EventId = 1414, EventName = "OnCallFeedFailed", Level = LogLevel.Error, Message = "The on-call calendar {Feed} cannot be followed")]
    public static partial void FeedFailed(ILogger logger, Exception exception, string feed);

    public static void FeedWarnings(ILogger logger, IEnumerable<AgreementProblem> problems)
    {
        foreach (var problem in problems) FeedWarning(logger, problem);
    }
}
