using Microsoft.Extensions.Logging;

namespace SlaMonitor.Local.Storage;

internal static partial class Log
{
    [LoggerMessage(
        4101, LogLevel.Debug,
        "Ticket {TicketId} has moved on since tag {ExpectedTag}: nothing was written",
        EventName = nameof(CommitConflict))]
    public static partial void CommitConflict(this ILogger logger, string ticketId, string? expectedTag);

    [LoggerMessage(
        4102, LogLevel.Warning,
        "Notification {NotificationId} was claimed by {OldHolder} and never recorded: {Holder} takes it over and may send it a second time",
        EventName = nameof(StaleClaimTakenOver))]
    public static partial void StaleClaimTakenOver(this ILogger logger, string notificationId, string oldHolder, string holder);
}
