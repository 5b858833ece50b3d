using SlaMonitor.Core.Erasing;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Storage;

/// <summary>
/// What SQLite has freed and not yet written over. Every connection overwrites what it deletes; the log that is written ahead of the
/// database keeps pages as they were, until it is cut off.
/// </summary>
internal sealed class FreedPages(SqliteDatabase database) : IPersonTraces
{
    public string What => "freedPages";

    public Task<ErasedTraces> EraseAsync(PersonNames person, string? after, CancellationToken cancellationToken)
    {
        SqliteOutage.CutLog(database);
        return Task.FromResult(new ErasedTraces(0, Next: null));
    }
}
