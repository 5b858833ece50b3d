using Amqp.Framing;
using Amqp.Listener;
using Amqp.Types;

namespace SlaMonitor.StoreContracts.Emulator.ServiceBus;

/// <summary>What can befall a transfer. Conditions are those of Service Bus, as <c>com.microsoft:server-busy</c>.</summary>
public static class Trouble
{
    /// <summary>The transfer is refused.</summary>
    public static Action<MessageContext> Refused(string condition, string description = "As the test wants it.") =>
        transfer => transfer.Complete(new Error(new Symbol(condition)) { Description = description });

    /// <summary>The link is closed under it.</summary>
    public static Action<MessageContext> LinkClosed(string condition, string description = "As the test wants it.") =>
        transfer => transfer.Link.Close(TimeSpan.Zero, new Error(new Symbol(condition)) { Description = description });

    /// <summary>The connection is cut under it, without a word.</summary>
    public static Action<MessageContext> Cut() => transfer => _ = transfer.Link.Session.Connection.CloseAsync(TimeSpan.Zero, null);

    /// <summary>It is neither taken nor answered.</summary>
    public static Action<MessageContext> Hang() => _ => { };

    /// <summary>It is taken, and nobody is told.</summary>
    public static Action<MessageContext> TakenInSilence(BrokerQueue queue) => transfer => IncomingLink.Take(queue, transfer);
}
