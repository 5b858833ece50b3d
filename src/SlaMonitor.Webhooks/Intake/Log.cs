using Microsoft.Extensions.Logging;
using SlaMonitor.Webhooks.Signing;

namespace SlaMonitor.Webhooks.Intake;

internal static partial class Log
{
    [LoggerMessage(
        6001, LogLevel.Warning,
        "{Connection} ({Kind}): the status '{Word}' is not known and counts as open, or as resolved where the helpdesk says that it is "
        + "done; name it in Statuses",
        EventName = nameof(UnknownStatus))]
    public static partial void UnknownStatus(this ILogger logger, string connection, string kind, string word);

    [LoggerMessage(
        6002, LogLevel.Warning,
        "{Connection} ({Kind}): the priority '{Word}' is not known, and the ticket keeps the one it has; name it in Priorities",
        EventName = nameof(UnknownPriority))]
    public static partial void UnknownPriority(this ILogger logger, string connection, string kind, string word);

    [LoggerMessage(
        6003, LogLevel.Warning,
        "{Connection} ({Kind}): nothing says whether '{Word}' is an agent or a customer, so the message counts as nobody's; "
        + "name agents in Agents or Staff",
        EventName = nameof(UnknownAuthor))]
    public static partial void UnknownAuthor(this ILogger logger, string connection, string kind, string word);

    [LoggerMessage(
        6004, LogLevel.Information, "{Connection} ({Kind}): an event '{Word}' is not one of ours; it has no effect",
        EventName = nameof(UnknownWebhookEvent))]
    public static partial void UnknownWebhookEvent(this ILogger logger, string connection, string kind, string word);

    [LoggerMessage(
        6005, LogLevel.Warning, "{Connection} ({Kind}): refused, {Verdict} signature or secret", EventName = nameof(WebhookRefused))]
    public static partial void WebhookRefused(this ILogger logger, string connection, string kind, Verdict verdict);

    [LoggerMessage(
        6006, LogLevel.Warning, "{Connection} ({Kind}): genuine, but it cannot be taken; what is wrong lies at {Places}",
        EventName = nameof(WebhookUnreadable))]
    public static partial void WebhookUnreadable(this ILogger logger, string connection, string kind, string places);

    [LoggerMessage(
        6007, LogLevel.Warning,
        "{Connection} ({Kind}): no due time is agreed by '{Word}': it is no date with a time, as 2026-05-04T17:00:00Z; "
        + "name a field in Fields that has both",
        EventName = nameof(UnreadableDue))]
    public static partial void UnreadableDue(this ILogger logger, string connection, string kind, string word);
}
