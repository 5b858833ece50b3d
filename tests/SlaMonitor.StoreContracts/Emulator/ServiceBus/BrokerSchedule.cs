namespace SlaMonitor.StoreContracts.Emulator.ServiceBus;

/// <summary>Messages that are to come later. Nothing comes of them here: the broker has no clock.</summary>
public sealed class BrokerSchedule
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, BrokerMessage> _messages = [];
    private long _number;

    /// <summary>How many were ever scheduled.</summary>
    public long Scheduled
    {
        get
        {
            lock (_gate) return _number;
        }
    }

    /// <summary>Those that nobody has taken back.</summary>
    public IReadOnlyList<BrokerMessage> Messages
    {
        get
        {
            lock (_gate) return [.. _messages.Values];
        }
    }

    internal long Add(byte[] encoded)
    {
        lock (_gate)
        {
            _number++;
            _messages.Add(_number, new BrokerMessage(_number, encoded));
            return _number;
        }
    }

    internal void Remove(long number)
    {
        lock (_gate) _messages.Remove(number);
    }
}
