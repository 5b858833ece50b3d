using Microsoft.Extensions.Logging;

namespace SlaMonitor.Monitoring.Health.Watching;

internal static partial class Log
{
    [LoggerMessage(
        2101, LogLevel.Warning, "That an evaluation ended ({Outcome}) could not be noted: {Reason}",
        EventName = nameof(EvaluationNotNoted))]
    public static partial void EvaluationNotNoted(this ILogger logger, string outcome, string reason);

    [LoggerMessage(
        2102, LogLevel.Warning, "The sign of life (Health:PingUrl) was not taken: {Reason}", EventName = nameof(LifeSignFailed))]
    public static partial void LifeSignFailed(this ILogger logger, string reason);

    [LoggerMessage(
        2103, LogLevel.Warning, "Whether mails leave could not be noted: {Reason}", EventName = nameof(MailsNotNoted))]
    public static partial void MailsNotNoted(this ILogger logger, string reason);
}
