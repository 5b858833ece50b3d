using SlaMonitor.Local.Sqlite;
using SlaMonitor.Local.Storage;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;

namespace SlaMonitor.Local.Tests.Storage;

public sealed class SqliteDueIndexTests : DueIndexContract, IDisposable
{
    private readonly SqliteStores _stores = new();

    public void Dispose() => _stores.Dispose();

    [Fact]
    public void ReadDueAsync_Plan_SearchesTheDueIndexAndSortsNothing()
    {
        using var connection = _stores.DatabaseOf(_stores.NewTicketStore()).Open();
        using var explain = connection.Command("EXPLAIN QUERY PLAN " + SqliteTicketStore.DueSql, ("$before", 0L), ("$limit", 1));
        using var row = explain.ExecuteReader();

        Assert.True(row.Read());
        Assert.Equal("SEARCH tickets USING COVERING INDEX tickets_due (next_look<?)", row.GetString(3));
        Assert.False(row.Read());
    }

    protected override Task<ITicketStore> CreateStoreAsync() => Task.FromResult(_stores.NewTicketStore());

    // The index is a column of the state's own row: there is no place for an entry that the state does not confirm.
    protected override Task<bool> TryPlantSpareAsync(ITicketStore store, DueTicket spare) => Task.FromResult(false);
}
