using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Auditing;

/// <summary>
/// Writes down who did what, once it is done. A deed that cannot be written down was done all the same: that it is missing from the log
/// stands in the monitor's own log, in a count, and in the health.
/// </summary>
public sealed class AuditTrail(IAuditLog log, IClock clock, ILogger<AuditTrail> logger) : ICounts
{
    private const int PageSize = 500;

    private long _lost;

    /// <summary>Writes it down.</summary>
    /// <param name="by">Who did it.</param>
    /// <param name="deed">What was done.</param>
    /// <param name="subject">To what.</param>
    /// <param name="detail">More of it, in words.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task RecordAsync(string by, AuditDeed deed, string subject, string? detail, CancellationToken cancellationToken)
    {
        try
        {
            await log.AddAsync(AuditEntries.New(clock.GetCurrentInstant(), by, deed, subject, detail), cancellationToken);
        }
        catch (StoreUnavailableException e)
        {
            Interlocked.Increment(ref _lost);
            logger.NotWrittenDown(e, deed, subject);
        }
    }

    /// <summary>A page of the log, the last deed first.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public Task<KeptPage<AuditEntry>> ReadAsync(string? after, int most, CancellationToken cancellationToken) =>
        log.ReadAsync(after, most, cancellationToken);

    /// <summary>The whole log, the last deed first.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public IAsyncEnumerable<AuditEntry> ReadAllAsync(CancellationToken cancellationToken) =>
        KeptPages.AllAsync(after => log.ReadAsync(after, PageSize, cancellationToken));

    /// <inheritdoc />
    /// <remarks><c>audit.lost</c>: deeds that are missing from the log, because the store was away.</remarks>
    public IReadOnlyDictionary<string, long> Read() => Interlocked.Read(ref _lost) is > 0 and var lost
        ? new Dictionary<string, long>(StringComparer.Ordinal) { ["audit.lost"] = lost }
        : new Dictionary<string, long>(StringComparer.Ordinal);
}
