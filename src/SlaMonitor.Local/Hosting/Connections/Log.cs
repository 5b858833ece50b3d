using Microsoft.Extensions.Logging;

namespace SlaMonitor.Local.Hosting.Connections;

internal static partial class Log
{
    [LoggerMessage(
        7030, LogLevel.Warning,
        "All {Connections} connections are taken: for each new one the one closes that is idle for the longest time, or it is told 503",
        EventName = nameof(ConnectionsFull))]
    public static partial void ConnectionsFull(this ILogger logger, int connections);
}
