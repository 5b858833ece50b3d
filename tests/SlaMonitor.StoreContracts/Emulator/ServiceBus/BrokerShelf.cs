namespace SlaMonitor.StoreContracts.Emulator.ServiceBus;

/// <summary>
/// Messages in order: those that wait, or those that were given up. One that is locked stays in its place until its receiver has settled
/// it.
/// </summary>
internal sealed class BrokerShelf(Action<BrokerMessage>? giveUp)
{
    private readonly Lock _gate = new();
    private readonly List<BrokerMessage> _messages = [];

    /// <summary>Raised when there is something new to be had.</summary>
    public event EventHandler? Arrived;

    public IReadOnlyList<BrokerMessage> Messages
    {
        get
        {
            lock (_gate) return [.. _messages];
        }
    }

    public void Put(BrokerMessage message)
    {
        lock (_gate) _messages.Add(message);
        Arrived?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>The first that nobody has, locked under a tag.</summary>
    public BrokerMessage? TryLock(Guid tag)
    {
        lock (_gate)
        {
            var index = _messages.FindIndex(message => message.Lock is null);
            return index < 0 ? null : _messages[index] = _messages[index] with { Lock = tag, Deliveries = _messages[index].Deliveries + 1 };
        }
    }

    public void Complete(Guid tag) => Release(tag);

    public void Abandon(Guid tag)
    {
        lock (_gate)
        {
            var index = _messages.FindIndex(message => message.Lock == tag);
            if (index >= 0) _messages[index] = _messages[index] with { Lock = null };
        }

        Arrived?.Invoke(this, EventArgs.Empty);
    }

    public void AbandonAll()
    {
        foreach (var tag in Messages.Select(message => message.Lock).OfType<Guid>()) Abandon(tag);
    }

    public void GiveUp(Guid tag, string? reason, string? description)
    {
        if (Release(tag) is { } message) giveUp?.Invoke(message.GivenUp(reason, description));
    }

    public void GiveUpAll(string reason, string description)
    {
        while (TryLock(Guid.AllBitsSet) is not null) GiveUp(Guid.AllBitsSet, reason, description);
    }

    private BrokerMessage? Release(Guid tag)
    {
        lock (_gate)
        {
            var message = _messages.Find(message => message.Lock == tag);
            if (message is not null) _messages.Remove(message);
            return message;
        }
    }
}
