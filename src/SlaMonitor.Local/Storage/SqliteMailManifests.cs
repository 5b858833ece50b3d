using Microsoft.Data.Sqlite;
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
        return SqliteOutage.RunAsync(_database, connection => KeepAsync(connection, manifest, cancellationToken), cancellationToken);
    }

    public Task<MailManifest?> FindAsync(string mailId, CancellationToken cancellationToken)
    {
        StoredKey.ThrowIfWrong(mailId);
        return SqliteOutage.RunAsync(_database, connection => FindAsync(connection, mailId, cancellationToken), cancellationToken);
    }

    private static async Task<int> KeepAsync(SqliteConnection connection, MailManifest manifest, CancellationToken cancellationToken)
    {
        const string Sql = """
            INSERT INTO mails (mail, body, kept_at) VALUES ($mail, $body, $at)
            ON CONFLICT (mail) DO UPDATE SET body = excluded.body, kept_at = excluded.kept_at
            """;
        await using var upsert = connection.Command(
            Sql, ("$mail", manifest.MailId), ("$body", manifest.Body), ("$at", StoredInstant.ToTicks(manifest.KeptAt)));
        return await upsert.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<MailManifest?> FindAsync(SqliteConnection connection, string mailId, CancellationToken cancellationToken)
    {
        await using var select = connection.Command("SELECT body, kept_at FROM mails WHERE mail = $mail", ("$mail", mailId));
        await using var row = await select.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new MailManifest(mailId, row.GetString(0), StoredInstant.FromTicks(row.GetInt64(1)))
            : null;
    }
}
