using Azure;
using Azure.Data.Tables;
using NodaTime;
using SlaMonitor.Azure.Tables.Access;
using SlaMonitor.Azure.Tables.Rows;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Azure.Tables;

/// <summary>What each mail carried, in Table storage.</summary>
internal sealed class TableMailManifests(TableServiceClient service) : IMailManifests
{
    private readonly TableAccess _mails = new(service.GetTableClient(TableNames.Mails));

    public async Task KeepAsync(MailManifest manifest, CancellationToken cancellationToken)
    {
        MailManifestGuard.ThrowIfWrong(manifest);
        await _mails.PutAsync(MailRow.Of(manifest), cancellationToken);
    }

    public async Task<MailManifest?> FindAsync(string mailId, CancellationToken cancellationToken)
    {
        StoredKey.ThrowIfWrong(mailId);
        return await _mails.FindAsync(TableKey.Of(mailId), MailRow.RowKey, cancellationToken) is { } row ? MailRow.Read(row) : null;
    }

    public async Task<KeptPage<MailManifest>> ReadAllAsync(
        Instant? keptBefore, string? after, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var filter = keptBefore is { } before ? MailRow.KeptBefore(before) : null;
        var (rows, next) = await _mails.ScanAsync(filter, columns: null, after, most, cancellationToken);
        return new([.. rows.Select(MailRow.Read)], next);
    }

    public Task DropAsync(string mailId, CancellationToken cancellationToken)
    {
        StoredKey.ThrowIfWrong(mailId);
        return _mails.TryDeleteAsync(TableKey.Of(mailId), MailRow.RowKey, ETag.All, cancellationToken);
    }
}
