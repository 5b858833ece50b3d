using Microsoft.Extensions.Logging;

namespace SlaMonitor.Channels.Slack;

internal static partial class Log
{
    [LoggerMessage(
        3401, LogLevel.Warning, "Where a ticket's thread in {Channel} begins cannot be read or kept, and it may have two: {Reason}",
        EventName = nameof(ThreadNotKnown))]
    public static partial void ThreadNotKnown(this ILogger logger, string channel, string reason);
}
