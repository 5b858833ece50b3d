using Microsoft.Extensions.Logging.Abstractions;
using NodaTime.Text;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Local.Storage;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Cli.Tests.DataFolders;

/// <summary>The data folder of a monitor that works in it, until it is disposed of.</summary>
internal sealed class MonitorFolder : IDisposable
{
    private readonly SqliteDatabase _database;
    private readonly SqliteTicketStore _store;

    public MonitorFolder(string path)
    {
        Path = path;
        Directory.CreateDirectory(path);
        _database = new SqliteDatabase(System.IO.Path.Combine(path, "monitor.db"));
        _store = new SqliteTicketStore(_database, NullLogger<SqliteTicketStore>.Instance);
        // Each makes its tables.
        _ = new SqliteNotificationLedger(_database, NullLogger<SqliteNotificationLedger>.Instance);
        _ = new SqliteMailManifests(_database);
        _ = new SqliteMonitorNotes(_database);
        _ = new SqlitePromiseShelves(_database);
    }

    public string Path { get; }

    public void Dispose() => _database.Dispose();

    /// <summary>Stores what happened to a ticket, as the monitor does when it accepts an event.</summary>
    public async Task StoreAsync(string ticket, string id, string at, TicketEventType type, TicketChange change)
    {
        var stored = await _store.LoadAsync(ticket, CancellationToken.None);
        var e = new TicketEvent
        {
            TicketId = ticket,
            Source = "/desk",
            Id = id,
            Time = OffsetDateTimePattern.Rfc3339.Parse(at).GetValueOrThrow().ToInstant(),
            Type = type,
            TypeName = $"ticket.{type}",
            Change = change,
        };
        Assert.True(await _store.CommitAsync(
            new TicketCommit(ticket, [e], stored?.State ?? MonitoringState.Initial, stored?.Tag), CancellationToken.None));
    }
}
