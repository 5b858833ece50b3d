using Microsoft.Extensions.Logging.Abstractions;
using SlaMonitor.Azure.Tables;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.Tests.Scale;

/// <summary>Several evaluators that share the due index.</summary>
public sealed class SharedIndexTests
{
    private const int Shards = 16;
    private const int Evaluators = 3;

    private static readonly Instant Nine = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Duration Patience = DueShards.Patience;
    private static readonly Duration Little = Duration.FromSeconds(1);

    private readonly MemoryTables _tables = new();

    [Fact]
    public async Task ReadDueAsync_InTime_GivesEachEntryToOneEvaluator()
    {
        var ids = await FillAsync(300, Nine);

        var read = new List<DueTicket>();
        for (var evaluator = 1; evaluator <= Evaluators; evaluator++) read.AddRange(await ReadAsync(evaluator, Nine + Little, 1_000));

        Assert.Equal(ids.Order(StringComparer.Ordinal), read.Select(entry => entry.TicketId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ReadDueAsync_Late_GivesEveryEntryToEveryEvaluator()
    {
        var ids = await FillAsync(300, Nine);

        Assert.InRange((await ReadAsync(1, Nine + Patience, 1_000)).Count, 1, 299);
        var all = await ReadAsync(1, Nine + Patience + Little, 1_000);
        Assert.Equal(ids.Order(StringComparer.Ordinal), all.Select(entry => entry.TicketId));
    }

    [Fact]
    public async Task ReadDueAsync_AllAreLateAndThereAreManyMore_IsMostlyTheEvaluatorsOwn()
    {
        await FillAsync(3_000, Nine);

        var first = await ReadAsync(1, Nine + Patience + Little, 100);
        var second = await ReadAsync(2, Nine + Patience + Little, 100);

        Assert.Equal((100, 100), (first.Count, second.Count));
        Assert.InRange(first.Intersect(second).Count(), 0, 20);
    }

    [Fact]
    public async Task ReadDueAsync_TheEarliestIsAnothersAndLate_IsThere()
    {
        // Health asks for one entry only, and must hear of what nobody looks after.
        await FillAsync(100, Nine + Patience);
        var shards = new DueShards(Shards, Evaluators, 1);
        var forgotten = Enumerable.Range(0, 100).Select(n => $"old-{n}").First(id => shards.OfOthers.Contains(shards.Of(id)));
        await CommitAsync(forgotten, Nine);

        Assert.Equal([new(forgotten, Nine)], await ReadAsync(1, Nine + Patience + Little, 1));
    }

    [Fact]
    public async Task EvaluateAsync_OneEvaluatorIsAway_TheOtherTellsForBoth()
    {
        var time = new VirtualTime(DueTickets.Opening);
        var (queue, people) = (new MemoryQueue(), new ToldPeople(time));
        using var present = new MonitorInstance(_tables, new(Shards, 2, 1), queue, people, time);
        for (var number = 0; number < 100; number++) await present.IngestAsync(DueTickets.Created(number));
        var due = DueTickets.Opening + Duration.FromHours(2);

        time.MoveTo(due + Little);
        Assert.InRange((await present.EvaluateAsync()).StepsFired, 20, 80);
        time.MoveTo(due + Patience + Little);
        await present.EvaluateAsync();
        queue.Close();
        await present.NotifyAsync(callsAtOnce: 1);

        var told = people.Told.Select(telling => telling.Notification).ToList();
        Assert.Equal((100, 100), (told.Count, told.Distinct(StringComparer.Ordinal).Count()));
    }

    private async Task<List<string>> FillAsync(int tickets, Instant due)
    {
        var ids = Enumerable.Range(0, tickets).Select(n => $"T-{n}").ToList();
        foreach (var id in ids) await CommitAsync(id, due);
        return ids;
    }

    private async Task CommitAsync(string id, Instant due) =>
        Assert.True(await Store(1).CommitAsync(new(id, [], new() { NextLook = due }, null), CancellationToken.None));

    private Task<IReadOnlyList<DueTicket>> ReadAsync(int evaluator, Instant before, int limit) =>
        Store(evaluator).ReadDueAsync(before, limit, CancellationToken.None);

    private TableTicketStore Store(int evaluator) =>
        new(_tables, new(Shards, Evaluators, evaluator), NullLogger<TableTicketStore>.Instance);
}
