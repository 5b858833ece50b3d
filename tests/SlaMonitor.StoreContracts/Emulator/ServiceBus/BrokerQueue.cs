using System.Collections.Concurrent;
using Amqp.Listener;

namespace SlaMonitor.StoreContracts.Emulator.ServiceBus;

/// <summary>A queue and its dead letters. A repeat of a message id is accepted and dropped.</summary>
public sealed class BrokerQueue
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private long _sequence;

    internal BrokerQueue(string name)
    {
        Name = name;
        Dead = new BrokerShelf(giveUp: null);
        Active = new BrokerShelf(Dead.Put);
    }

    public string Name { get; }

    /// <summary>What befalls the next transfers, one after another, in place of being taken. Each is a batch or a single message.</summary>
    public ConcurrentQueue<Action<MessageContext>> Troubles { get; } = new();

    /// <summary>What waits, or is being handled.</summary>
    public IReadOnlyList<BrokerMessage> Messages => Active.Messages;

    /// <summary>What was given up.</summary>
    public IReadOnlyList<BrokerMessage> DeadLetters => Dead.Messages;

    /// <summary>What is to come later.</summary>
    public BrokerSchedule Later { get; } = new();

    /// <summary>How many messages came in each transfer that was taken.</summary>
    public ConcurrentQueue<int> Transfers { get; } = new();

    internal BrokerShelf Active { get; }

    internal BrokerShelf Dead { get; }

    /// <summary>Raised when a message has come, before its sender is told.</summary>
    public event EventHandler? Arrived
    {
        add => Active.Arrived += value;
        remove => Active.Arrived -= value;
    }

    /// <summary>Lets the locks of all dead letters expire, as they do when who had them has died.</summary>
    public void ExpireLocksOfDeadLetters() => Dead.AbandonAll();

    /// <summary>Gives up all that waits, for a reason.</summary>
    public void GiveUpAll(string reason, string description) => Active.GiveUpAll(reason, description);

    internal void Take(IReadOnlyList<byte[]> messages)
    {
        Transfers.Enqueue(messages.Count);
        lock (_gate)
        {
            foreach (var encoded in messages)
            {
                var message = new BrokerMessage(_sequence + 1, encoded);
                if (!_seen.Add(message.MessageId)) continue;

                _sequence++;
                Active.Put(message);
            }
        }
    }
}
