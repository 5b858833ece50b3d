using Azure;
using Azure.Data.Tables;
using SlaMonitor.Azure.Tables.Access;
using SlaMonitor.Azure.Tables.Rows;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.Tables;

/// <summary>Who did what, in a partition of the tickets' own table: whoever can write a promise's taking can write that down.</summary>
internal sealed class TableAuditLog(TableServiceClient service) : IAuditLog
{
    private readonly TableAccess _tickets = new(service.GetTableClient(TableNames.Tickets));

    public Task AddAsync(AuditEntry entry, CancellationToken cancellationToken) =>
        _tickets.TryAddAsync(AuditRow.Of(entry), cancellationToken);

    public async Task<KeptPage<AuditEntry>> ReadAsync(string? after, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var (rows, next) = await _tickets.ScanAsync(AuditRow.AllFilter, columns: null, after, most, cancellationToken);
        return new([.. rows.Select(AuditRow.Read).OfType<AuditEntry>()], next);
    }

    public Task RewordAsync(AuditEntry entry, CancellationToken cancellationToken) =>
        _tickets.TryUpdateAsync(AuditRow.Of(entry), ETag.All, TableUpdateMode.Replace, cancellationToken);
}
