using System.Text;
using Amqp;
using Amqp.Framing;
using Amqp.Types;

namespace SlaMonitor.StoreContracts.Emulator.ServiceBus;

/// <summary>A message as it lies in a queue.</summary>
/// <param name="Sequence">Its number; no other message of the queue has it.</param>
/// <param name="Encoded">The message as it came over the wire.</param>
public sealed record BrokerMessage(long Sequence, byte[] Encoded)
{
    private const string ReasonProperty = "DeadLetterReason";
    private const string DescriptionProperty = "DeadLetterErrorDescription";

    private readonly Message _message = Decode(Encoded);

    public string MessageId => _message.Properties.MessageId;

    public string Subject => _message.Properties.Subject;

    public string CorrelationId => _message.Properties.CorrelationId;

    public string ContentType => _message.Properties.ContentType;

    public TimeSpan TimeToLive => TimeSpan.FromMilliseconds(_message.Header.Ttl);

    public string Body => Encoding.UTF8.GetString(((Data)_message.BodySection).Binary);

    public string? DeadLetterReason => Property(ReasonProperty);

    /// <summary>How often it was locked by a receiver.</summary>
    public int Deliveries { get; init; }

    /// <summary>By whom it is locked: the tag of the delivery.</summary>
    internal Guid? Lock { get; init; }

    /// <summary>What the sender, or the broker, has written on it; <c>null</c> where nothing of the name.</summary>
    public string? Property(string name) => (string?)_message.ApplicationProperties?[name];

    internal static Message Decode(byte[] encoded) => Message.Decode(new ByteBuffer(encoded, 0, encoded.Length, encoded.Length));

    /// <summary>The message as it is told to a receiver.</summary>
    internal Message Told()
    {
        var told = Decode(Encoded);
        (told.Header ??= new Header()).DeliveryCount = (uint)Math.Max(0, Deliveries - 1);
        told.MessageAnnotations ??= new MessageAnnotations();
        told.MessageAnnotations[new Symbol("x-opt-sequence-number")] = Sequence;
        told.MessageAnnotations[new Symbol("x-opt-enqueued-time")] = DateTime.UnixEpoch.AddSeconds(Sequence);
        told.MessageAnnotations[new Symbol("x-opt-locked-until")] = DateTime.MaxValue;
        return told;
    }

    /// <summary>The same with the reason why it is given up.</summary>
    internal BrokerMessage GivenUp(string? reason, string? description)
    {
        var buried = Decode(Encoded);
        buried.ApplicationProperties ??= new ApplicationProperties();
        if (reason is not null) buried.ApplicationProperties[ReasonProperty] = reason;
        if (description is not null) buried.ApplicationProperties[DescriptionProperty] = description;
        var bytes = buried.Encode();
        return this with { Encoded = bytes.Buffer.AsSpan(bytes.Offset, bytes.Length).ToArray(), Lock = null };
    }
}
