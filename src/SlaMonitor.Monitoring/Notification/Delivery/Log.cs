using Microsoft.Extensions.Logging;

namespace SlaMonitor.Monitoring.Notification.Delivery;

internal static partial class Log
{
    [LoggerMessage(5250, LogLevel.Error, "Notification {NotificationId} of ticket {TicketId} did not arrive ({Kind}): {Reason}", EventName = nameof(NotDelivered))]
    public static partial void NotDelivered(this ILogger logger, string notificationId, string? ticketId, DeliveryKind kind, string reason);

    [LoggerMessage(5251, LogLevel.Warning, "Notification {NotificationId} of ticket {TicketId}: {Kind}. {Reason}", EventName = nameof(DeliveryReported))]
    public static partial void DeliveryReported(this ILogger logger, string notificationId, string? ticketId, DeliveryKind kind, string reason);

    [LoggerMessage(5252, LogLevel.Warning, "Notification {NotificationId} of ticket {TicketId} is not known here; its {Kind} report was passed over", EventName = nameof(UnknownNotification))]
    public static partial void UnknownNotification(this ILogger logger, string notificationId, string? ticketId, DeliveryKind kind);
}
