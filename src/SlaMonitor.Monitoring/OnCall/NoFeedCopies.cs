using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.OnCall;

/// <summary>Keeps nothing, where a host has no place for it: after a start nobody is known until the calendars are read.</summary>
internal sealed class NoFeedCopies : IFeedCopies
{
    public FeedCopy? Find(string source) => null;

    public void Keep(string source, FeedCopy copy)
    {
        // There is no place for it.
    }
}
