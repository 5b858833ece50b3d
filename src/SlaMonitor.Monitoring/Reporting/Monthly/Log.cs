using Microsoft.Extensions.Logging;
using NodaTime;

namespace SlaMonitor.Monitoring.Reporting.Monthly;

internal static partial class Log
{
    [LoggerMessage(
        1716, LogLevel.Warning,
        "The report of {Agreement} on {Month} was not ordered when it was due, and is now, late: {Mails} mail(s)",
        EventName = nameof(MissedReportOrdered))]
    public static partial void MissedReportOrdered(this ILogger logger, string agreement, string month, int mails);

    [LoggerMessage(
        1711, LogLevel.Information, "The report of {Agreement} on {Month} was ordered: {Mails} mail(s)",
        EventName = nameof(MonthlyReportOrdered))]
    public static partial void MonthlyReportOrdered(this ILogger logger, string agreement, string month, int mails);

    [LoggerMessage(
        1712, LogLevel.Warning, "The monthly reports wait for the next evaluation: {Reason}", EventName = nameof(MonthlyReportsWait))]
    public static partial void MonthlyReportsWait(this ILogger logger, string reason);

    [LoggerMessage(
        1713, LogLevel.Error, "The monthly report of {Agreement} cannot be ordered; the next evaluation tries again",
        EventName = nameof(MonthlyReportsFailed))]
    public static partial void MonthlyReportsFailed(this ILogger logger, Exception exception, string agreement);

    [LoggerMessage(
        1715, LogLevel.Warning, "The link that approves the report of {Agreement} on {Month} was opened, and is too old",
        EventName = nameof(ApprovalExpired))]
    public static partial void ApprovalExpired(this ILogger logger, string agreement, string month);

    [LoggerMessage(
        1718, LogLevel.Warning,
        "The monitor was away for so long that no report of {Agreement} is ordered on the months after {Known} and before {First}",
        EventName = nameof(MissedReportsLeftOut))]
    public static partial void MissedReportsLeftOut(this ILogger logger, string agreement, string first, string known);

    [LoggerMessage(
        1717, LogLevel.Warning,
        "The report of {Agreement} on {Month} was not approved since {Since}, and is waited for no more: the customer has not got it",
        EventName = nameof(ApprovalNeverGiven))]
    public static partial void ApprovalNeverGiven(this ILogger logger, string agreement, string month, Instant since);

    [LoggerMessage(
        1714, LogLevel.Information, "The report of {Agreement} on {Month} was approved by {Approver}: {Mails} mail(s) to the customer",
        EventName = nameof(ReportApproved))]
    public static partial void ReportApproved(this ILogger logger, string agreement, string month, string approver, int mails);
}
