using Microsoft.Extensions.Logging;

namespace SlaMonitor.Monitoring.Reporting;

internal static partial class Log
{
    [LoggerMessage(
        1701, LogLevel.Information, "The outcomes of {Tickets} ticket(s) were filed afterwards", EventName = nameof(OutcomesFiled))]
    public static partial void OutcomesFiled(this ILogger logger, long tickets);

    [LoggerMessage(
        1702, LogLevel.Error, "The outcomes of ticket {TicketId} could not be filed: reports lack them",
        EventName = nameof(OutcomesNotFiled))]
    public static partial void OutcomesNotFiled(this ILogger logger, Exception exception, string ticketId);

    [LoggerMessage(
        1703, LogLevel.Information, "The filing of outcomes is interrupted; the next evaluation goes on",
        EventName = nameof(FilingInterrupted))]
    public static partial void FilingInterrupted(this ILogger logger, Exception exception);

    [LoggerMessage(
        1705, LogLevel.Error, "Outcomes cannot be filed; the next evaluation tries again, and reports lack what is not filed",
        EventName = nameof(FilingFailed))]
    public static partial void FilingFailed(this ILogger logger, Exception exception);

    [LoggerMessage(
        1704, LogLevel.Information, "Ticket {TicketId} was filed anew: somebody had begun to, and not come to an end",
        EventName = nameof(FilingMended))]
    public static partial void FilingMended(this ILogger logger, string ticketId);
}
