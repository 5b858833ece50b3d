using Microsoft.Extensions.Logging;

namespace SlaMonitor.Local.Mailers;

internal static partial class Log
{
    [LoggerMessage(
        4201, LogLevel.Information,
        "Notification {NotificationId} is in the mail folder as {FileName}",
        EventName = nameof(MailFiled))]
    public static partial void MailFiled(this ILogger logger, string notificationId, string fileName);

    [LoggerMessage(
        4202, LogLevel.Information,
        "Notification {NotificationId} was taken by the mail server: {Reply}",
        EventName = nameof(MailSent))]
    public static partial void MailSent(this ILogger logger, string notificationId, string reply);

    [LoggerMessage(
        4203, LogLevel.Warning,
        "Notification {NotificationId} could not be sent now: {Reason}",
        EventName = nameof(MailDeferred))]
    public static partial void MailDeferred(this ILogger logger, string notificationId, string reason);

    [LoggerMessage(4204, LogLevel.Error, "Notification {NotificationId} was refused: {Reason}", EventName = nameof(MailRefused))]
    public static partial void MailRefused(this ILogger logger, string notificationId, string reason);
}
