using Microsoft.Extensions.Logging;

namespace SlaMonitor.Azure.ServiceBus;

internal static partial class Log
{
    [LoggerMessage(
        5301, LogLevel.Information,
        "How much lies in the queue {Queue} is unknown here: the app's identity would need the role {Role}. "
        + "Alerts on the queue's metrics go on",
        EventName = nameof(DepthUnknown))]
    public static partial void DepthUnknown(this ILogger logger, string queue, string role);
}
