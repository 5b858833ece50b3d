using Microsoft.Extensions.Logging;
using NodaTime;

namespace SlaMonitor.Monitoring.Notification.WayOut;

internal static partial class Log
{
    [LoggerMessage(
        3010, LogLevel.Error, "No mail can be sent, and all mails wait; the next try is in {Wait}: {Reason}",
        EventName = nameof(WayOutClosed))]
    public static partial void WayOutClosed(this ILogger logger, string reason, TimeSpan wait);

    [LoggerMessage(
        3011, LogLevel.Warning, "Still no mail can be sent, since {Since}; the next try is in {Wait}: {Reason}",
        EventName = nameof(WayOutStillClosed))]
    public static partial void WayOutStillClosed(this ILogger logger, string reason, Instant since, TimeSpan wait);

    [LoggerMessage(
        3012, LogLevel.Information, "Mails leave again; for {ClosedFor} none could be sent", EventName = nameof(WayOutOpened))]
    public static partial void WayOutOpened(this ILogger logger, TimeSpan closedFor);

    [LoggerMessage(
        3013, LogLevel.Information, "Mail {MailId} of {TicketIds} is put off for {Wait}; it waits since {Since}: {Reason}",
        EventName = nameof(PutOff))]
    public static partial void PutOff(this ILogger logger, string mailId, string ticketIds, TimeSpan wait, Instant since, string reason);

    [LoggerMessage(
        3014, LogLevel.Error,
        "Mail {MailId} of {TicketIds} is given up after {Patience} of waiting, and goes to the dead letters: {Reason}",
        EventName = nameof(PatienceOver))]
    public static partial void PatienceOver(this ILogger logger, string mailId, string ticketIds, Duration patience, string reason);
}
