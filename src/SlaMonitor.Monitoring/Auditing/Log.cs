using Microsoft.Extensions.Logging;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Auditing;

internal static partial class Log
{
    [LoggerMessage(
        1781, LogLevel.Error, "{Deed} of {Subject} was done and is missing from the audit log: the store is away",
        EventName = nameof(NotWrittenDown))]
    public static partial void NotWrittenDown(this ILogger logger, Exception exception, AuditDeed deed, string subject);

    [LoggerMessage(
        1782, LogLevel.Warning, "Nobody can tell now whether an agreement has changed, for the audit log; the next evaluation looks again",
        EventName = nameof(AgreementsNotAudited))]
    public static partial void AgreementsNotAudited(this ILogger logger, Exception exception);
}
