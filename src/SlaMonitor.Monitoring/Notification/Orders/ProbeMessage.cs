using System.Globalization;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification.Orders;

/// <summary>A message that is no order: it was put on the queue to see whether that can be done, and nobody has to hear of it.</summary>
public static class ProbeMessage
{
    private const string Body = """{"probe":true}""";

    /// <summary>When it would come, were it not taken back before.</summary>
    public static TimeSpan ComesAfter { get; } = TimeSpan.FromHours(1);

    /// <summary>The message. Each has an id of its own, since the queue drops a repeated one.</summary>
    public static OutgoingMessage At(DateTimeOffset now) =>
        new(string.Create(CultureInfo.InvariantCulture, $"probe~{now.UtcTicks}"), "probe of the queue", string.Empty, Body);

    internal static bool Is(string body) => string.Equals(body, Body, StringComparison.Ordinal);
}
