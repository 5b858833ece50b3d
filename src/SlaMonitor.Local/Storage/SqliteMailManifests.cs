using NodaTime;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Local.Storage;

/// <summary>What each mail carried, in one SQLite file.</summary>
internal sealed class SqliteMailManifests : IMailManifests
{
    private readonly SqliteDatabase _database;

    public SqliteMailManifests(SqliteDatabase database)
    {
        _database = database;
        SqliteOutage.CreateSchema(database, MonitorSchema.Mails);
    }

    public Task KeepAsync(MailManifest manifest, CancellationToken cancellationToken)
    {
        MailManifestGuard.ThrowIfWrong(manifest);
        return SqliteOutage.WriteAsync(
            _database,
            session => session.Execute(
                """
                INSERT INTO mails (mail, body, kept_at) VALUES ($mail, $body, $at)
                ON CONFLICT (mail) DO UPDATE SET body = excluded.body, kept_at = excluded.kept_at
                """,
                ("$mail", manifest.MailId), ("$body", manifest.Body), ("$at", StoredInstant.ToTicks(manifest.KeptAt))),
            cancellationToken);
    }

    public Task<MailManifest?> FindAsync(string mailId, CancellationToken cancellationToken)
    {
        StoredKey.ThrowIfWrong(mailId);
        return SqliteOutage.ReadAsync(
            _database,
            session => session.Query(
                "SELECT body, kept_at FROM mails WHERE mail = $mail",
                row => new MailManifest(mailId, row.GetString(0), StoredInstant.FromTicks(row.GetInt64(1))),
                ("$mail", mailId)).FirstOrDefault(),
            cancellationToken);
    }

    public async Task<KeptPage<MailManifest>> ReadAllAsync(
        Instant? keptBefore, string? after, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var mails = await SqliteOutage.ReadAsync(
            _database,
            session => session.Query(
                "SELECT mail, body, kept_at FROM mails WHERE mail > $after AND kept_at < $before ORDER BY mail LIMIT $limit",
                row => new MailManifest(row.GetString(0), row.GetString(1), StoredInstant.FromTicks(row.GetInt64(2))),
                ("$after", after ?? string.Empty), ("$before", OutcomeTable.TimeOf(keptBefore)), ("$limit", most)),
            cancellationToken);
        return new(mails, mails.Count < most ? null : mails[^1].MailId);
    }

    public Task DropAsync(string mailId, CancellationToken cancellationToken)
    {
        StoredKey.ThrowIfWrong(mailId);
        return SqliteOutage.WriteAsync(
            _database, session => session.Execute("DELETE FROM mails WHERE mail = $mail", ("$mail", mailId)), cancellationToken);
    }
}
