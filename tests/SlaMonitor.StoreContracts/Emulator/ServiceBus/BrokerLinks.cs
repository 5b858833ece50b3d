using Amqp.Framing;
using Amqp.Listener;

namespace SlaMonitor.StoreContracts.Emulator.ServiceBus;

/// <summary>Who wants to send to a queue, or to receive from it or from its dead letters.</summary>
internal sealed class BrokerLinks(IReadOnlyDictionary<string, BrokerQueue> queues) : ILinkProcessor
{
    private const string DeadLetters = "/$deadletterqueue";
    private const int Credit = 100;

    public void Process(AttachContext attachContext)
    {
        // The other side's role: false is a sender.
        var (receives, attach) = (attachContext.Attach.Role, attachContext.Attach);
        var address = receives ? ((Source)attach.Source).Address : ((Target)attach.Target).Address;
        var ofDead = address.EndsWith(DeadLetters, StringComparison.OrdinalIgnoreCase);
        var name = (ofDead ? address[..^DeadLetters.Length] : address).TrimStart('/');
        if (!queues.TryGetValue(name, out var queue))
            attachContext.Complete(new Error("amqp:not-found") { Description = $"The messaging entity '{name}' could not be found." });
        else if (!receives)
            attachContext.Complete(new IncomingLink(queue), Credit);
        else
            attachContext.Complete(new OutgoingLink(attachContext.Link, ofDead ? queue.Dead : queue.Active), 0);
    }
}
