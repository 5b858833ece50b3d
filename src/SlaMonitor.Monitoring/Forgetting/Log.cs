using Microsoft.Extensions.Logging;

namespace SlaMonitor.Monitoring.Forgetting;

internal static partial class Log
{
    [LoggerMessage(
        1751, LogLevel.Information,
        "A person was forgotten, on record as {Id}: erased from {Tickets} ticket(s), {Events} event(s); {Kept} ticket(s) name them still",
        EventName = nameof(PersonForgotten))]
    public static partial void PersonForgotten(this ILogger logger, string id, int tickets, int events, int kept);
}
