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

    [LoggerMessage(
        3022, LogLevel.Warning,
        "The report of {Agreement} on {Span} was sent, and its figures could not be kept: a later one does not say what has changed since",
        EventName = nameof(SentReportNotKept))]
    public static partial void SentReportNotKept(this ILogger logger, Exception exception, string agreement, string span);

    [LoggerMessage(3020, LogLevel.Information, "{Count} dead letter(s) were sent again", EventName = nameof(DeadLettersResent))]
    public static partial void DeadLettersResent(this ILogger logger, int count);

    [LoggerMessage(
        3021, LogLevel.Warning, "Dead letter {Number} of {TicketIds} was dropped, and nobody is told by it: {Subject}",
        EventName = nameof(DeadLetterDropped))]
    public static partial void DeadLetterDropped(this ILogger logger, long number, string ticketIds, string subject);
}
