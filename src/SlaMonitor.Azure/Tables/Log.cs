using Microsoft.Extensions.Logging;

namespace SlaMonitor.Azure.Tables;

internal static partial class Log
{
    [LoggerMessage(5101, LogLevel.Debug, "Ticket {TicketId} has moved on: nothing was written", EventName = nameof(TicketMovedOn))]
    public static partial void TicketMovedOn(this ILogger logger, string ticketId);

    [LoggerMessage(
        5102, LogLevel.Information,
        "Ticket {TicketId}: what its commit leaves to be done, to remove an old entry of the due index or to file its outcomes, could not "
        + "be done; it is put right when it is met",
        EventName = nameof(SpareEntryLeft))]
    public static partial void SpareEntryLeft(this ILogger logger, Exception exception, string ticketId);

    [LoggerMessage(
        5103, LogLevel.Debug, "Ticket {TicketId}: an entry of the due index that its state does not confirm was dropped",
        EventName = nameof(SpareEntryDropped))]
    public static partial void SpareEntryDropped(this ILogger logger, string ticketId);

    [LoggerMessage(
        5104, LogLevel.Warning,
        "Notification {NotificationId} was claimed by {OldHolder} and never recorded: {Holder} takes it over and may send it a second time",
        EventName = nameof(NotificationTakenOver))]
    public static partial void NotificationTakenOver(this ILogger logger, string notificationId, string oldHolder, string holder);
}
