using Microsoft.Extensions.Logging;

namespace SlaMonitor.Monitoring.Assessment;

internal static partial class Log
{
    [LoggerMessage(
        1101, LogLevel.Warning, "Ticket {TicketId} is not written: others wrote it during each of {Attempts} attempts",
        EventName = nameof(TooBusy))]
    public static partial void TooBusy(this ILogger logger, string ticketId, int attempts);

    [LoggerMessage(
        1102, LogLevel.Warning,
        "No agreement governs ticket {TicketId}, nor other tickets of its customer: they have no clock, and nobody is told of them. If "
        + "that is not meant so, write the customer as the helpdesk does under customer: match: in an agreement",
        EventName = nameof(NoAgreement))]
    public static partial void NoAgreement(this ILogger logger, string ticketId);

    [LoggerMessage(
        1103, LogLevel.Warning,
        "No agreement governs the tickets of more than {Customers} customers; the others of today are only counted "
        + "(tickets.withoutAgreement)",
        EventName = nameof(NoAgreementForMore))]
    public static partial void NoAgreementForMore(this ILogger logger, int customers);
}
