namespace SlaMonitor.Monitoring.Ports;

/// <summary>
/// A few notes in the store beside the tickets. Where several processes are one monitor, as in Azure, the one that is asked how things are
/// is not the one that evaluates or sends mails; it reads here what those have seen. Writing one is also the cheapest write that the store
/// knows.
/// </summary>
public interface IMonitorNotes
{
    /// <summary>Keeps a note instead of the one of the same name.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be reached or is too busy.</exception>
    Task KeepAsync(MonitorNote note, CancellationToken cancellationToken);

    /// <summary>Keeps a note where there is none of its name: of several that are added at once, one stays.</summary>
    /// <returns>The note that is there.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be reached or is too busy.</exception>
    Task<MonitorNote> AddAsync(MonitorNote note, CancellationToken cancellationToken);

    /// <summary>The note of a name, or <c>null</c> where there is none.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be reached or is too busy.</exception>
    Task<MonitorNote?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>The notes whose names begin with a text, page by page. Its cost grows with how many those are.</summary>
    /// <param name="prefix">The text, in ASCII; empty for all notes.</param>
    /// <param name="after">The <see cref="KeptPage{T}.Next"/> of the page before; <c>null</c> for the first.</param>
    /// <param name="most">How many at most; a page may hold fewer, or none, and still not be the last.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="StoreUnavailableException">The store cannot be reached or is too busy.</exception>
    Task<KeptPage<MonitorNote>> ReadAsync(string prefix, string? after, int most, CancellationToken cancellationToken);

    /// <summary>Drops a note, where there is one.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be reached or is too busy.</exception>
    Task DropAsync(string name, CancellationToken cancellationToken);
}
