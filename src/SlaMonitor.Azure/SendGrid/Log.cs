using Microsoft.Extensions.Logging;

namespace SlaMonitor.Azure.SendGrid;

internal static partial class Log
{
    [LoggerMessage(
        5201, LogLevel.Information, "Notification {NotificationId} was taken by SendGrid as {Reference}",
        EventName = nameof(TakenBySendGrid))]
    public static partial void TakenBySendGrid(this ILogger logger, string notificationId, string reference);

    [LoggerMessage(
        5202, LogLevel.Warning, "Notification {NotificationId} could not be handed to SendGrid now: {Reason}",
        EventName = nameof(DeferredBySendGrid))]
    public static partial void DeferredBySendGrid(this ILogger logger, string notificationId, string reason);

    [LoggerMessage(
        5203, LogLevel.Error, "Notification {NotificationId} was refused by SendGrid: {Reason}", EventName = nameof(RefusedBySendGrid))]
    public static partial void RefusedBySendGrid(this ILogger logger, string notificationId, string reason);

    [LoggerMessage(5204, LogLevel.Warning, "SendGrid: {What}; retry {Retry} in {Seconds:0.###} s", EventName = nameof(TriedAgain))]
    public static partial void TriedAgain(this ILogger logger, string what, int retry, double seconds);

    [LoggerMessage(
        5205, LogLevel.Error, "SendGrid fails again and again; it is left alone for {Seconds:0.###} s", EventName = nameof(CircuitOpened))]
    public static partial void CircuitOpened(this ILogger logger, double seconds);

    [LoggerMessage(5206, LogLevel.Information, "SendGrid answers again", EventName = nameof(CircuitClosed))]
    public static partial void CircuitClosed(this ILogger logger);
}
