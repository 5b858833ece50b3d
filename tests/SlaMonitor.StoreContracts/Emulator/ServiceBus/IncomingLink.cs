using Amqp;
using Amqp.Framing;
using Amqp.Listener;

namespace SlaMonitor.StoreContracts.Emulator.ServiceBus;

/// <summary>Takes what a sender sends.</summary>
internal sealed class IncomingLink(BrokerQueue queue) : LinkEndpoint
{
    /// <summary>A message of messages: each of its sections is one, as it would be by itself.</summary>
    private const uint Batch = 0x80013700;

    public override void OnMessage(MessageContext messageContext)
    {
        if (queue.Troubles.TryDequeue(out var trouble))
        {
            trouble(messageContext);
            return;
        }

        Take(queue, messageContext);
        messageContext.Complete();
    }

    public override void OnFlow(FlowContext flowContext)
    {
    }

    public override void OnDisposition(DispositionContext dispositionContext)
    {
    }

    internal static void Take(BrokerQueue queue, MessageContext transfer) => queue.Take(MessagesOf(transfer.Message));

    private static List<byte[]> MessagesOf(Message message)
    {
        if (message.Format != Batch) return [Bytes(message.Encode())];

        var sections = message.BodySection is DataList list
            ? Enumerable.Range(0, list.Count).Select(i => list[i])
            : [(Data)message.BodySection];
        return [.. sections.Select(section => section.Buffer is { } buffer ? Bytes(buffer) : section.Binary)];
    }

    private static byte[] Bytes(ByteBuffer buffer) => buffer.Buffer.AsSpan(buffer.Offset, buffer.Length).ToArray();
}
