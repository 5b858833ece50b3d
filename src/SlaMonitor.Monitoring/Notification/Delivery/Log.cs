using Microsoft.Extensions.Logging;

namespace SlaMonitor.Monitoring.Notification.Delivery;

internal static partial class Log
{
    [LoggerMessage(7010, LogLevel.Warning, "Mail {MailId} with {Items} notification(s) did not arrive ({Kind}); the next person is told", EventName = nameof(Undelivered))]
    public static partial void Undelivered(this ILogger logger, string mailId, int items, DeliveryKind kind);

    [LoggerMessage(7011, LogLevel.Information, "A mail system tells of mail {MailId} ({Kind}), which is not known here", EventName = nameof(UnknownMail))]
    public static partial void UnknownMail(this ILogger logger, string mailId, DeliveryKind kind);
}
