namespace SlaMonitor.Monitoring.Ports;

/// <summary>Keeps on-call calendars over a restart, so that people are known before their calendars can be read again.</summary>
public interface IFeedCopies
{
    /// <summary>The copy that was kept, or <c>null</c> where there is none that can be read.</summary>
    /// <param name="source">Where the calendar is: a file's path or an address. It may hold a secret.</param>
    FeedCopy? Find(string source);

    /// <summary>Keeps a copy instead of the one before.</summary>
    /// <exception cref="IOException">It cannot be kept.</exception>
    void Keep(string source, FeedCopy copy);
}
