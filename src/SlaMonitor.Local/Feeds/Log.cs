using Microsoft.Extensions.Logging;

namespace SlaMonitor.Local.Feeds;

internal static partial class Log
{
    [LoggerMessage(
        1420, LogLevel.Warning,
        "The kept on-call calendar {File} cannot be read and is left out: {Reason}",
        EventName = nameof(FeedCopyUnreadable))]
    public static partial void FeedCopyUnreadable(this ILogger logger, string file, string reason);
}
