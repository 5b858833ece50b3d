using Microsoft.Extensions.Logging;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification;

internal static partial class Log
{
    [LoggerMessage(
        3001, LogLevel.Information, "Notification {NotificationId} of ticket {TicketId} sent: {StepId}", EventName = nameof(Sent))]
    public static partial void Sent(this ILogger logger, string notificationId, string ticketId, string stepId);

    [LoggerMessage(
        3002, LogLevel.Information, "Notification {NotificationId} of ticket {TicketId} not sent again: {Outcome}",
        EventName = nameof(NotSentAgain))]
    public static partial void NotSentAgain(this ILogger logger, string notificationId, string ticketId, ClaimOutcome outcome);
}
