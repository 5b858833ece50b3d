using Azure.Messaging.ServiceBus;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.ServiceBus;

/// <summary>How a message goes to Service Bus.</summary>
public static class Envelope
{
    /// <summary>The media type of every body.</summary>
    internal const string ContentType = "application/json";

    /// <summary>The trace as W3C calls it.</summary>
    private const string Trace = "traceparent";

    /// <summary>The trace as W3C calls it, and as Azure's tools have called it since before.</summary>
    private static readonly IReadOnlyList<string> TraceProperties = [Trace, "Diagnostic-Id"];

    /// <summary>
    /// How long a message may wait before it goes to the dead letters. A mail says how things stand when it is sent, not when it was
    /// ordered: it is worth sending after any outage that is mended at all.
    /// </summary>
    public static TimeSpan TimeToLive { get; } = TimeSpan.FromDays(14);

    /// <summary>A message, as the SDK sends it.</summary>
    internal static ServiceBusMessage Of(OutgoingMessage message)
    {
        var sent = new ServiceBusMessage(message.Body)
        {
            MessageId = message.MessageId,
            Subject = message.Subject,
            CorrelationId = message.CorrelationId,
            ContentType = ContentType,
            TimeToLive = TimeToLive,
        };
        if (message.TraceParent is { } trace)
        {
            foreach (var name in TraceProperties) sent.ApplicationProperties[name] = trace;
        }

        return sent;
    }

    /// <summary>What a message that was received was sent as, under another id and with a renewed body.</summary>
    internal static OutgoingMessage Read(ServiceBusReceivedMessage message, string messageId, Func<string, string> renew) => new(
        messageId,
        message.Subject ?? string.Empty,
        message.CorrelationId ?? string.Empty,
        renew(message.Body.ToString()),
        message.ApplicationProperties.TryGetValue(Trace, out var trace) ? trace as string : null);
}
