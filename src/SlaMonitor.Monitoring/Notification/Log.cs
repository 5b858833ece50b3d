using Microsoft.Extensions.Logging;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification;

internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Information, "Notification {NotificationId} of ticket {TicketId} sent: {StepId}", EventName = nameof(Sent))]
    public static partial void Sent(this ILogger logger, string notificationId, string ticketId, string stepId);

    [LoggerMessage(3002, LogLevel.Information, "Notification {NotificationId} of ticket {TicketId} not sent again: {Outcome}", EventName = nameof(NotSentAgain))]
    public static partial void NotSentAgain(this ILogger logger, string notificationId, string ticketId, ClaimOutcome outcome);

    [LoggerMessage(
        3004, LogLevel.Error, "Mail {MailId} of {TicketIds} can never be queued, and nobody is told of its {Items} item(s): {Reason}",
        EventName = nameof(NotQueued))]
    public static partial void NotQueued(this ILogger logger, string mailId, string ticketIds, int items, string reason);

    [LoggerMessage(
        3005, LogLevel.Error, "That mail {MailId} cannot be queued could not be recorded for notification {NotificationId} of ticket {TicketId}",
        EventName = nameof(NotQueuedNotRecorded))]
    public static partial void NotQueuedNotRecorded(this ILogger logger, Exception exception, string mailId, string notificationId, string ticketId);

    [LoggerMessage(7000, LogLevel.Error, "Ticket {TicketId}: nobody is left who could be told of {StepId}; every mail about it failed", EventName = nameof(NobodyReached))]
    public static partial void NobodyReached(this ILogger logger, string ticketId, string stepId);
}
