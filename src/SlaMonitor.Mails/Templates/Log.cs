using Microsoft.Extensions.Logging;

namespace SlaMonitor.Mails.Templates;

internal static partial class Log
{
    [LoggerMessage(
        3003,
        LogLevel.Error,
        "Template {Template} failed, and the program's own took its place: {Problem}",
        EventName = nameof(TemplateFailed))]
    public static partial void TemplateFailed(this ILogger logger, string template, string problem);
}
