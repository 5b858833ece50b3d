using Microsoft.Extensions.Logging;

namespace SlaMonitor.Local.Queues;

internal static partial class Log
{
    [LoggerMessage(
        4301, LogLevel.Warning,
        "{Count} message(s) were being handled when the process ended; each is handled alone now, in case one of them ended it",
        EventName = nameof(FoundUnderWay))]
    public static partial void FoundUnderWay(this ILogger logger, int count);

    [LoggerMessage(
        4302, LogLevel.Error,
        "Message {MessageId} of {Queue}: the process has ended {Deaths} time(s) while it was being handled; it waits {Wait} now",
        EventName = nameof(EndsTheProcess))]
    public static partial void EndsTheProcess(this ILogger logger, string messageId, string queue, int deaths, TimeSpan wait);

    [LoggerMessage(
        4303, LogLevel.Error, "Message {MessageId} of {Queue} is given up ({Reason}): {Description}", EventName = nameof(Buried))]
    public static partial void Buried(this ILogger logger, string messageId, string queue, string reason, string description);
}
