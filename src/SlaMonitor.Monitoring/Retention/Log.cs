using Microsoft.Extensions.Logging;
using NodaTime;

namespace SlaMonitor.Monitoring.Retention;

internal static partial class Log
{
    [LoggerMessage(
        1761, LogLevel.Information,
        "The retention is over for today: {Tickets} ticket(s) reduced, dropped {Notifications} notification(s), {Mails} mail(s), "
            + "{Notes} note(s), {Letters} dead letter(s)",
        EventName = nameof(RetentionDone))]
    public static partial void RetentionDone(this ILogger logger, long tickets, long notifications, long mails, long notes, long letters);

    [LoggerMessage(
        1762, LogLevel.Warning, "Ticket {TicketId} cannot be reduced: its outcomes would not be the same any more",
        EventName = nameof(TicketNotReduced))]
    public static partial void TicketNotReduced(this ILogger logger, string ticketId);

    [LoggerMessage(
        1763, LogLevel.Warning,
        "Dead letter {MessageId} about {Subject} was dropped: it was given up as {Reason}, lay there since {Since}, and nobody saw to it",
        EventName = nameof(OldLetterDropped))]
    public static partial void OldLetterDropped(this ILogger logger, string messageId, string subject, string reason, Instant since);

    [LoggerMessage(
        1764, LogLevel.Information, "The retention is interrupted; the next evaluation goes on", EventName = nameof(RetentionInterrupted))]
    public static partial void RetentionInterrupted(this ILogger logger, Exception exception);

    [LoggerMessage(
        1765, LogLevel.Error, "The retention fails; the next evaluation tries again", EventName = nameof(RetentionFailed))]
    public static partial void RetentionFailed(this ILogger logger, Exception exception);

    [LoggerMessage(
        1766, LogLevel.Error, "Ticket {TicketId} cannot be looked at, to reduce it; the others are", EventName = nameof(ReductionFailed))]
    public static partial void ReductionFailed(this ILogger logger, Exception exception, string ticketId);
}
