using SlaMonitor.Local.Sqlite;
using SlaMonitor.Local.Storage;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;

namespace SlaMonitor.Local.Tests.Storage;

public sealed class SqlitePromiseShelvesTests : PromiseShelvesContract, IDisposable
{
    private readonly SqliteStores _stores = new();

    /// <summary>A page begins where the one before ended: what lies before it is not passed over again.</summary>
    [Fact]
    public void Queries_BeginAtTheirPlace()
    {
        var tickets = _stores.NewTicketStore();
        using var connection = _stores.DatabaseOf(tickets).Open();

        Assert.Equal(
            "SEARCH outcomes USING INDEX outcomes_filed (shelf=? AND agreement=? AND (at,ticket,clock)>(?,?,?) AND at<?)",
            PlanOf(SqlitePromiseShelves.ReadSql, "$shelf", "$agreement", "$to", "$afterTime", "$afterTicket", "$afterClock", "$limit"));
        Assert.Equal(
            "SEARCH outcomes USING INDEX outcomes_open ((at,ticket,clock)>(?,?,?))",
            PlanOf(SqlitePromiseShelves.OpenSql, "$afterTime", "$afterTicket", "$afterClock", "$limit"));

        string PlanOf(string sql, params string[] parameters)
        {
            using var explain = connection.Command(
                $"EXPLAIN QUERY PLAN {sql}", [.. parameters.Select(name => (name, (object?)1L))]);
            using var plan = explain.ExecuteReader();
            Assert.True(plan.Read());
            var step = plan.GetString(3);
            Assert.False(plan.Read(), "It sorts besides.");
            return step;
        }
    }

    public void Dispose() => _stores.Dispose();

    protected override Task<(ITicketStore Tickets, IPromiseShelves Shelves)> CreateAsync()
    {
        var tickets = _stores.NewTicketStore();
        return Task.FromResult((tickets, _stores.ShelvesOf(tickets)));
    }
}
