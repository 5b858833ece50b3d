using Amqp.Framing;
using Amqp.Handler;

namespace SlaMonitor.StoreContracts.Emulator.ServiceBus;

/// <summary>
/// What the listener leaves open: how large a message may be, told to every link, and under which tag a message goes out.
/// </summary>
internal sealed class BrokerHandler(Func<int> largestMessage) : IHandler
{
    public bool CanHandle(EventId id) => id is EventId.LinkLocalOpen or EventId.SendDelivery;

    public void Handle(Event protocolEvent)
    {
        switch (protocolEvent.Context)
        {
            case Attach attach:
                attach.MaxMessageSize = (ulong)largestMessage();
                break;
            case IDelivery delivery when (delivery.Message.DeliveryAnnotations?[OutgoingLink.LockToken] is Guid tag):
                delivery.Tag = tag.ToByteArray();
                break;
        }
    }
}
