using Microsoft.Extensions.Logging;

namespace SlaMonitor.Monitoring.Notification.Delivery;

internal static partial class Log
{
    [LoggerMessage(
        5250, LogLevel.Error, "Notification {NotificationId} of ticket {TicketId} did not arrive ({Kind}): {Reason}",
        EventName = nameof(NotDelivered))]
    public static partial void NotDelivered(this ILogger logger, string notificationId, string? ticketId, DeliveryKind kind, string reason);

    [LoggerMessage(
        5251, LogLevel.Warning, "Notification {NotificationId} of ticket {TicketId}: {Kind}. {Reason}",
        EventName = nameof(DeliveryReported))]
    public static partial void DeliveryReported(
        this ILogger logger, string? notificationId, string? ticketId, DeliveryKind kind, string reason);

    [LoggerMessage(
        5253, LogLevel.Warning,
        "A mail to {Address} did not arrive ({Kind}), and it is not to be found here which (id '{NotificationId}'): {Reason}",
        EventName = nameof(ReportUnmatched))]
    public static partial void ReportUnmatched(
        this ILogger logger, DeliveryKind kind, string address, string notificationId, string reason);

    [LoggerMessage(
        5254, LogLevel.Warning, "A {Kind} report without a known id is taken for mail {MailId}, the last to {Address}",
        EventName = nameof(ReportMatchedByAddress))]
    public static partial void ReportMatchedByAddress(this ILogger logger, DeliveryKind kind, string mailId, string address);

    [LoggerMessage(
        5255, LogLevel.Warning, "That mail {MailId} was the last to its address could not be noted: {Reason}",
        EventName = nameof(SentMailNotNoted))]
    public static partial void SentMailNotNoted(this ILogger logger, string mailId, string reason);

    [LoggerMessage(
        3004, LogLevel.Error, "Mail {MailId} of {TicketIds} can never be queued, and nobody is told of its {Items} item(s): {Reason}",
        EventName = nameof(NotQueued))]
    public static partial void NotQueued(this ILogger logger, string mailId, string ticketIds, int items, string reason);

    [LoggerMessage(
        3005,
        LogLevel.Error,
        "That mail {MailId} cannot be queued could not be recorded for notification {NotificationId} of ticket {TicketId}",
        EventName = nameof(NotQueuedNotRecorded))]
    public static partial void NotQueuedNotRecorded(
        this ILogger logger, Exception exception, string mailId, string notificationId, string ticketId);

    [LoggerMessage(
        7000, LogLevel.Error, "Ticket {TicketId}: nobody is left who could be told of {StepId}; every mail about it failed",
        EventName = nameof(NobodyReached))]
    public static partial void NobodyReached(this ILogger logger, string ticketId, string stepId);

    [LoggerMessage(
        5256, LogLevel.Warning,
        "A mail system reports {Kind} of a mail whose id holds the character U+0000 or half a surrogate pair. No mail of ours has such an "
        + "id; it is looked for by its address. Send mails of other programs by another account",
        EventName = nameof(UnusableReport))]
    public static partial void UnusableReport(this ILogger logger, DeliveryKind kind);
}
