using Azure.Core.Amqp;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker.Converters;
using Microsoft.Azure.Functions.Worker.Core;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>In place of the Service Bus extension's own, where that does not restore: to compile and test with, never to deploy.</summary>
[InputConverter(typeof(MessageConverter))]
public sealed class ServiceBusTriggerAttribute(string queueName) : TriggerBindingAttribute
{
    public string QueueName { get; } = queueName;

    public string? Connection { get; set; }

    /// <summary>The host sends the token of the lock, 16 bytes, and the message as AMQP encodes it.</summary>
    private sealed class MessageConverter : IInputConverter
    {
        public ValueTask<ConversionResult> ConvertAsync(ConverterContext context) =>
            new(context.Source is ModelBindingData { Content: var sent } ? Read(sent.ToMemory()) : ConversionResult.Unhandled());

        private static ConversionResult Read(ReadOnlyMemory<byte> sent) => ConversionResult.Success(
            ServiceBusReceivedMessage.FromAmqpMessage(AmqpAnnotatedMessage.FromBytes(new(sent[16..])), new(sent[..16])));
    }
}
