using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using Amqp.Types;

namespace SlaMonitor.StoreContracts.Emulator.ServiceBus;

/// <summary>Answers who looks at messages without taking them.</summary>
internal sealed class BrokerManagement(BrokerShelf shelf) : IRequestProcessor
{
    private const string Peek = "com.microsoft:peek-message";

    public int Credit => 100;

    public void Process(RequestContext requestContext)
    {
        var operation = (string)requestContext.Message.ApplicationProperties["operation"];
        if (operation != Peek) throw new NotSupportedException($"This broker knows no operation '{operation}'.");

        var asked = (Map)requestContext.Message.Body;
        var found = new List();
        found.AddRange(shelf.Messages
            .Where(message => message.Sequence >= (long)asked["from-sequence-number"])
            .OrderBy(message => message.Sequence)
            .Take((int)asked["message-count"])
            .Select(message => new Map { ["message"] = Bytes(message.Told()) })
            .ToArray());
        requestContext.Complete(new Message
        {
            ApplicationProperties = new ApplicationProperties
            {
                ["statusCode"] = found.Count > 0 ? 200 : 204,
                ["statusDescription"] = "OK",
            },
            BodySection = new AmqpValue { Value = new Map { ["messages"] = found } },
        });
    }

    private static byte[] Bytes(Message message)
    {
        var buffer = message.Encode();
        return buffer.Buffer.AsSpan(buffer.Offset, buffer.Length).ToArray();
    }
}
