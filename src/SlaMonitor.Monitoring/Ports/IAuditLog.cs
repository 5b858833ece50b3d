namespace SlaMonitor.Monitoring.Ports;

/// <summary>
/// Keeps who did what, for good. Every implementation passes the same contract tests.
/// </summary>
public interface IAuditLog
{
    /// <summary>Adds an entry. One that is there already stays as it is.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be reached or is too busy.</exception>
    Task AddAsync(AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>The entries, the last deed first, page by page. Its cost grows with what a page holds.</summary>
    /// <param name="after">The <see cref="KeptPage{T}.Next"/> of the page before; <c>null</c> for the first.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="StoreUnavailableException">The store cannot be reached or is too busy.</exception>
    Task<KeptPage<AuditEntry>> ReadAsync(string? after, int most, CancellationToken cancellationToken);

    /// <summary>Replaces the words of an entry that is there: its people were forgotten.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be reached or is too busy.</exception>
    Task RewordAsync(AuditEntry entry, CancellationToken cancellationToken);
}
