using Amqp.Framing;
using Amqp.Listener;
using Amqp.Types;

namespace SlaMonitor.StoreContracts.Emulator.ServiceBus;

/// <summary>Hands messages to a receiver, each locked until it says what became of it.</summary>
internal sealed class OutgoingLink : LinkEndpoint
{
    /// <summary>
    /// Says under which lock a message goes out; <see cref="BrokerHandler"/> makes it the delivery's tag, where the SDK looks for it.
    /// </summary>
    public static readonly Symbol LockToken = new("x-opt-lock-token");

    private readonly Lock _gate = new();
    private readonly ListenerLink _link;
    private readonly BrokerShelf _shelf;
    private int _wanted;

    public OutgoingLink(ListenerLink link, BrokerShelf shelf)
    {
        (_link, _shelf) = (link, shelf);
        shelf.Arrived += OnArrived;
    }

    public override void OnFlow(FlowContext flowContext)
    {
        lock (_gate) _wanted += flowContext.Messages;
        Deliver();
        if (!flowContext.Link.IsDraining) return;

        lock (_gate) _wanted = 0;
        flowContext.Link.CompleteDrain();
    }

    public override void OnDisposition(DispositionContext dispositionContext)
    {
        var tag = new Guid(dispositionContext.Message.DeliveryTag);
        switch (dispositionContext.DeliveryState)
        {
            case Accepted:
                _shelf.Complete(tag);
                break;
            case Rejected { Error: var error }:
                _shelf.GiveUp(tag, Info(error, "DeadLetterReason"), Info(error, "DeadLetterErrorDescription"));
                break;
            default:
                _shelf.Abandon(tag);
                break;
        }

        dispositionContext.Complete();
    }

    public override void OnLinkClosed(ListenerLink link, Error error) => _shelf.Arrived -= OnArrived;

    private static string? Info(Error? error, string name) => (string?)error?.Info?[new Symbol(name)];

    private void OnArrived(object? sender, EventArgs e) => Deliver();

    private void Deliver()
    {
        lock (_gate)
        {
            while (_wanted > 0)
            {
#pragma warning disable RS0030 // A lock of a broker has no meaning that it could be derived from.
                var tag = Guid.NewGuid();
#pragma warning restore RS0030
                if (_shelf.TryLock(tag) is not { } message) return;

                _wanted--;
                var told = message.Told();
                (told.DeliveryAnnotations ??= new DeliveryAnnotations())[LockToken] = tag;
                _link.SendMessage(told);
            }
        }
    }
}
