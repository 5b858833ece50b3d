using Microsoft.Extensions.Logging;

namespace SlaMonitor.Monitoring.Notification.Addressees;

internal static partial class Log
{
    [LoggerMessage(
        3030, LogLevel.Warning,
        "Ticket {TicketId}: the {Word} is not told, because the address is outside of Notification:AllowedDomains; the others of the step "
        + "are, or else the fallback contact",
        EventName = nameof(RecipientOutside))]
    public static partial void RecipientOutside(this ILogger logger, string ticketId, string word);

    [LoggerMessage(
        3031, LogLevel.Warning,
        "Ticket {TicketId}: the {Word} is not told, because it is no address as name@example.com, without quotes, brackets and characters "
        + "that cannot be seen; the others of the step are, or else the fallback contact",
        EventName = nameof(MalformedRecipient))]
    public static partial void MalformedRecipient(this ILogger logger, string ticketId, string word);
}
