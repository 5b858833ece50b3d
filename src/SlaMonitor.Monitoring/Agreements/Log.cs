using Microsoft.Extensions.Logging;
using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Monitoring.Agreements;

internal static partial class Log
{
    [LoggerMessage(EventId = 1400, EventName = "AgreementsLoaded", Level = LogLevel.Information, Message = "{Agreements} agreements loaded from {Folder}")]
    public static partial void Loaded(ILogger logger, int agreements, string folder);

    [LoggerMessage(EventId = 1401, EventName = "AgreementsRefused", Level = LogLevel.Error, Message = "The change in {Folder} has errors; the agreements stay as they were")]
    public static partial void Refused(ILogger logger, string folder);

    [LoggerMessage(EventId = 1402, EventName = "AgreementError", Level = LogLevel.Error, Message = "{Problem}")]
    public static partial void Error(ILogger logger, AgreementProblem problem);

    [LoggerMessage(EventId = 1403, EventName = "AgreementWarning", Level = LogLevel.Warning, Message = "{Problem}")]
    public static partial void Warning(ILogger logger, AgreementProblem problem);
}
