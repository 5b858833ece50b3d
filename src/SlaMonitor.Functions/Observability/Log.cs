using Microsoft.Extensions.Logging;

namespace SlaMonitor.Functions.Observability;

internal static partial class Log
{
    [LoggerMessage(
        7060, LogLevel.Warning, "{Setting} is '{Address}', which is no address as http://localhost:4317: no telemetry is sent there",
        EventName = nameof(NoCollectorAddress))]
    public static partial void NoCollectorAddress(this ILogger logger, string setting, string address);
}
