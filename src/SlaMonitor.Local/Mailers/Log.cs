using Microsoft.Extensions.Logging;

namespace SlaMonitor.Local.Mailers;

internal static partial class Log
{
    [LoggerMessage(4201, LogLevel.Information, "Notification {NotificationId} is in the mail folder as {FileName}", EventName = "MailFiled")]
    public static partial void MailFiled(ILogger logger, string notificationId, string fileName);

    [LoggerMessage(4202, LogLevel.Information, "Notification {NotificationId} was taken by the mail server: {Reply}", EventName = "MailSent")]
    public static partial void MailSent(ILogger logger, string notificationId, string reply);

    [LoggerMessage(4203, LogLevel.Warning, "Notification {NotificationId} could not be sent now: {Reason}", EventName = "MailDeferred")]
    public static partial void MailDeferred(ILogger logger, string notificationId, string reason);

    [LoggerMessage(4204, LogLevel.Error, "Notification {NotificationId} was refused: {Reason}", EventName = "MailRefused")]
    public static partial void MailRefused(ILogger logger, string notificationId, string reason);
}
