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

    /// <summary>The note of a name, or <c>null</c> where there is none.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be reached or is too busy.</exception>
    Task<MonitorNote?> FindAsync(string name, CancellationToken cancellationToken);
}
