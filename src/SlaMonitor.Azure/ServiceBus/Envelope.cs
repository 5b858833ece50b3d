using System.Text;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.ServiceBus;

/// <summary>A message as Service Bus is to get it: every property, decided here so that the sender only copies.</summary>
/// <param name="MessageId">Derived from what it tells: within its window, Service Bus drops a second of the same id.</param>
/// <param name="Subject">What it is about, for people who look into the queue.</param>
/// <param name="CorrelationId">The ticket.</param>
/// <param name="Body">JSON.</param>
/// <param name="Properties">The trace, where there is one.</param>
public sealed record Envelope(
    string MessageId, string Subject, string CorrelationId, string Body, IReadOnlyDictionary<string, string> Properties)
{
    /// <summary>The media type of every body.</summary>
    public const string ContentType = "application/json";

    /// <summary>The trace as W3C calls it, and as Azure's tools have called it since before.</summary>
    internal static readonly IReadOnlyList<string> TraceProperties = ["traceparent", "Diagnostic-Id"];

    /// <summary>What the AMQP message takes beside its texts; a generous guess, since it could not be counted here.</summary>
    private const int Overhead = 512;

    /// <summary>
    /// How long a message may wait before it goes to the dead letters. A mail says how things stand when it is sent, not when it was ordered: it is
    /// worth sending after any outage that is mended at all.
    /// </summary>
    public static TimeSpan TimeToLive { get; } = TimeSpan.FromDays(14);

    /// <summary>The most bytes that it takes on the wire, rather too many than too few.</summary>
    public int Size => Overhead + Bytes(MessageId) + Bytes(Subject) + Bytes(CorrelationId) + Bytes(Body) + Properties.Sum(property => Bytes(property.Key) + Bytes(property.Value));

    /// <summary>The envelope of a message.</summary>
    public static Envelope Of(OutgoingMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var trace = message.TraceParent;
        return new Envelope(
            message.MessageId, message.Subject, message.CorrelationId, message.Body,
            (trace is null ? [] : TraceProperties).ToDictionary(name => name, _ => trace!, StringComparer.Ordinal));
    }

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
