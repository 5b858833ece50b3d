using SlaMonitor.Local.Sqlite;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Local.Storage;

/// <summary>Who did what, in the same SQLite file as the tickets.</summary>
internal sealed class SqliteAuditLog : IAuditLog
{
    private readonly SqliteDatabase _database;

    public SqliteAuditLog(SqliteDatabase database)
    {
        _database = database;
        SqliteOutage.CreateSchema(database, MonitorSchema.Audit);
    }

    public Task AddAsync(AuditEntry entry, CancellationToken cancellationToken) => SqliteOutage.WriteAsync(
        _database,
        session => session.Execute(
            """
            INSERT INTO audit (id, at, author, deed, subject, detail) VALUES ($id, $at, $author, $deed, $subject, $detail)
            ON CONFLICT DO NOTHING
            """,
            ("$id", entry.Id), ("$at", StoredInstant.ToTicks(entry.At)), ("$author", entry.By), ("$deed", StoredName.Of(entry.Deed)),
            ("$subject", entry.Subject), ("$detail", entry.Detail)),
        cancellationToken);

    public async Task<KeptPage<AuditEntry>> ReadAsync(string? after, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var rows = await SqliteOutage.ReadAsync(
            _database,
            session => session.Query(
                "SELECT id, at, author, deed, subject, detail FROM audit WHERE id > $after ORDER BY id LIMIT $limit",
                row => (Id: row.GetString(0), Entry: Read(row)),
                ("$after", after ?? string.Empty), ("$limit", most)),
            cancellationToken);
        return new([.. rows.Select(row => row.Entry).OfType<AuditEntry>()], rows.Count < most ? null : rows[^1].Id);
    }

    public Task RewordAsync(AuditEntry entry, CancellationToken cancellationToken) => SqliteOutage.WriteAsync(
        _database,
        session => session.Execute(
            "UPDATE audit SET author = $author, subject = $subject, detail = $detail WHERE id = $id",
            ("$author", entry.By), ("$subject", entry.Subject), ("$detail", entry.Detail), ("$id", entry.Id)),
        cancellationToken);

    /// <returns>The entry; <c>null</c> for a deed that only a newer version of the program knows.</returns>
    private static AuditEntry? Read(SqliteRow row) => StoredName.Find<AuditDeed>(row.GetString(3)) is { } deed
        ? new AuditEntry(
            row.GetString(0), StoredInstant.FromTicks(row.GetInt64(1)), row.GetString(2), deed, row.GetString(4),
            row.Text(5))
        : null;
}
