using Microsoft.Extensions.Logging;
using NodaTime;

namespace SlaMonitor.Monitoring.Notification.WayOut;

internal static partial class Log
{
    [LoggerMessage(
        3010, LogLevel.Error, "Nothing can be sent by {Way}, and all that goes that way waits; the next try is in {Wait}: {Reason}",
        EventName = nameof(WayOutClosed))]
    public static partial void WayOutClosed(this ILogger logger, string way, string reason, TimeSpan wait);

    [LoggerMessage(
        3011, LogLevel.Warning, "Still nothing can be sent by {Way}, since {Since}; the next try is in {Wait}: {Reason}",
        EventName = nameof(WayOutStillClosed))]
    public static partial void WayOutStillClosed(this ILogger logger, string way, string reason, Instant since, TimeSpan wait);

    [LoggerMessage(
        3012, LogLevel.Information, "Messages leave again by {Way}; for {ClosedFor} none could be sent", EventName = nameof(WayOutOpened))]
    public static partial void WayOutOpened(this ILogger logger, string way, TimeSpan closedFor);

    [LoggerMessage(
        3013, LogLevel.Information, "Mail {MailId} of {TicketIds} is put off for {Wait}; it waits since {Since}: {Reason}",
        EventName = nameof(PutOff))]
    public static partial void PutOff(this ILogger logger, string mailId, string ticketIds, TimeSpan wait, Instant since, string reason);

    [LoggerMessage(
        3014, LogLevel.Error,
        "Mail {MailId} of {TicketIds} is given up after {Patience} of waiting, and goes to the dead letters: {Reason}",
        EventName = nameof(PatienceOver))]
    public static partial void PatienceOver(this ILogger logger, string mailId, string ticketIds, Duration patience, string reason);

    [LoggerMessage(
        3015, LogLevel.Error, "{Channel} refuses message {MailId} for good, and somebody is told by mail instead: {Reason}",
        EventName = nameof(ChannelRefused))]
    public static partial void ChannelRefused(this ILogger logger, string channel, string mailId, string reason);
}
