using Microsoft.Extensions.Logging;
using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Monitoring.Agreements;

internal static partial class Log
{
    [LoggerMessage(1400, LogLevel.Information, "{Agreements} agreement(s) loaded from {Folder}", EventName = nameof(AgreementsLoaded))]
    public static partial void AgreementsLoaded(this ILogger logger, int agreements, string folder);

    [LoggerMessage(
        1401, LogLevel.Error,
        "The change in {Folder} has errors; the agreements stay as they were",
        EventName = nameof(AgreementsRefused))]
    public static partial void AgreementsRefused(this ILogger logger, string folder);

    [LoggerMessage(1402, LogLevel.Error, "{Problem}", EventName = nameof(AgreementError))]
    public static partial void AgreementError(this ILogger logger, AgreementProblem problem);

    [LoggerMessage(1403, LogLevel.Warning, "{Problem}", EventName = nameof(AgreementWarning))]
    public static partial void AgreementWarning(this ILogger logger, AgreementProblem problem);

    [LoggerMessage(
        1404, LogLevel.Information, "{File}: {Agreement} v{Version} has changed from {Old} to {New}",
        EventName = nameof(AgreementChanged))]
    public static partial void AgreementChanged(
        this ILogger logger, string file, string agreement, int version, string old, string @new);

    [LoggerMessage(
        1405, LogLevel.Warning,
        "{File}: {Agreement} v{Version} was rewritten in place or taken away though tickets fall under it since {EffectiveFrom}; their "
        + "open promises change with it. An amendment has a version number and a date of its own",
        EventName = nameof(AgreementRewritten))]
    public static partial void AgreementRewritten(
        this ILogger logger, string file, string agreement, int version, string effectiveFrom);

    [LoggerMessage(1406, LogLevel.Information, "In the next twelve months: {Listing}", EventName = nameof(HolidaysRead))]
    public static partial void HolidaysRead(this ILogger logger, string listing);
}
