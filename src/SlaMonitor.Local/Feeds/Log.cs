using Microsoft.Extensions.Logging;

namespace SlaMonitor.Local.Feeds;

internal static partial class Log
{
    [LoggerMessage(EventId = 1420, EventName = "FeedCopyUnreadable", Level = LogLevel.Warning, Message = "The kept on-call calendar {File} cannot be read and is left out: {Reason}")]
    public static partial void FeedCopyUnreadable(ILogger logger, string file, string reason);
}
