using SlaMonitor.Core.Tickets;
using SlaMonitor.Local.Storage;
using SlaMonitor.Local.Tests.Sqlite;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;

namespace SlaMonitor.Local.Tests.Storage;

/// <summary>What a store remembers of a log is what the file holds, and spares reading it.</summary>
public sealed class KnownLogsTests : IDisposable
{
    private readonly SqliteStores _stores = new();

    public void Dispose() => _stores.Dispose();

    [Fact]
    public async Task LoadAsync_EventsThatTheFileHoldsOtherwise_AreAsInTheFile()
    {
        var store = _stores.NewTicketStore();
        var odd = TicketEvents.Plain("T-1", "1") with
        {
            Time = Instant.FromUtc(2026, 3, 2, 8, 0) + Duration.FromNanoseconds(123_456_789),
            TypeName = "half a \ud83d pair",
            Change = new TicketChange { Title = "half a \ud83d pair" },
        };
        await CommitAsync(store, [odd], null);
        await CommitAsync(store, [odd with { Id = "2" }], "1");

        await AssertAsInTheFileAsync(store, "T-1", 2);
    }

    [Fact]
    public async Task LoadAsync_AnotherHasWritten_ItsEventsAreThere()
    {
        var store = _stores.NewTicketStore();
        var other = _stores.Reopen(store);
        for (var number = 1; number <= 40; number++)
        {
            var writer = number % 3 == 0 ? other : store;
            await CommitAsync(writer, [TicketEvents.Plain("T-1", $"{number}")], number == 1 ? null : $"{number - 1}");
            await AssertAsInTheFileAsync(number % 2 == 0 ? other : store, "T-1", number);
        }
    }

    [Fact]
    public async Task CommitAsync_ThatIsRefused_LeavesNoTraceInWhatIsKnown()
    {
        var store = _stores.NewTicketStore();
        await CommitAsync(store, [TicketEvents.Plain("T-1", "1")], null);

        Assert.False(await store.CommitAsync(Commit([TicketEvents.Plain("T-1", "2")], "7"), CancellationToken.None));
        Assert.False(await store.CommitAsync(
            Commit([TicketEvents.Plain("T-1", "3"), TicketEvents.Plain("T-1", "1")], "1"), CancellationToken.None)); // one is a repeat

        await AssertAsInTheFileAsync(store, "T-1", 1);
    }

    [Fact]
    public async Task WhoHasAnEarlierVersion_DoesNotSeeWhatIsAppended()
    {
        var store = _stores.NewTicketStore();
        await CommitAsync(store, [TicketEvents.Plain("T-1", "1")], null);
        var early = await store.LoadAsync("T-1", CancellationToken.None);

        for (var number = 2; number < 9; number++) await CommitAsync(store, [TicketEvents.Plain("T-1", $"{number}")], $"{number - 1}");

        Assert.Equal("1", Assert.Single(early!.Events).Id);
    }

    /// <summary>What an event may cost is counted, not timed: the log of its ticket is not read for it, however long it is.</summary>
    [Fact]
    public async Task LoadAsync_LogIsKnown_IsOneStatement()
    {
        var store = _stores.NewTicketStore();
        await CommitAsync(store, [.. Enumerable.Range(0, 500).Select(n => TicketEvents.Plain("T-1", $"a{n}"))], null);
        var count = await _stores.DatabaseOf(store).ReadAsync(session => new StatementCount(session), CancellationToken.None);

        for (var number = 1; number <= 10; number++)
        {
            Assert.Equal(499 + number, (await store.LoadAsync("T-1", CancellationToken.None))!.Events.Count);
            await CommitAsync(store, [TicketEvents.Plain("T-1", $"b{number}")], $"{number}");
        }

        Assert.Equal(10, count.Statements);
    }

    /// <summary>
    /// What an event allocates in the store is counted: to read the ticket's row, and to write it with the event. All of it is done by this
    /// thread, since nobody else writes.
    /// </summary>
    [Fact]
    public async Task LoadAndCommit_OneEvent_AllocateLittle()
    {
        const int Events = 200;
        var store = _stores.NewTicketStore();
        await CommitAsync(store, [TicketEvents.Plain("T-1", "0")], null);
        long before = 0;
        for (var number = 1; number <= 2 * Events; number++)
        {
            if (number == Events + 1) before = GC.GetAllocatedBytesForCurrentThread(); // the first ones compile
            _ = await store.LoadAsync("T-1", CancellationToken.None);
            await CommitAsync(store, [TicketEvents.Plain("T-1", $"{number}")], $"{number}");
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Events, 0, 6 * 1024);
    }

    [Fact]
    public void Keep_MoreEventsThanAreKept_ThoseUsedLongestAgoAreForgotten()
    {
        var logs = new KnownLogs(most: 10);
        logs.Keep("A", 1, Events("A", 4));
        logs.Keep("B", 1, Events("B", 4));
        Assert.NotNull(logs.Find("A", 1));

        logs.Keep("C", 1, Events("C", 4));

        Assert.Null(logs.Find("B", 1));
        Assert.Equal(4, logs.Find("A", 1)!.Count);
        logs.Append("A", 1, Events("A", 7)); // alone more than are kept, with the others
        Assert.Null(logs.Find("C", 1));
        Assert.Null(logs.Find("A", 2));
    }

    private static List<TicketEvent> Events(string ticket, int count) =>
        [.. Enumerable.Range(0, count).Select(n => TicketEvents.Plain(ticket, $"{n}"))];

    private static TicketCommit Commit(IReadOnlyList<TicketEvent> events, string? tag) =>
        new("T-1", events, MonitoringState.Initial, tag);

    private static async Task CommitAsync(ITicketStore store, IReadOnlyList<TicketEvent> events, string? tag) =>
        Assert.True(await store.CommitAsync(Commit(events, tag), CancellationToken.None));

    private async Task AssertAsInTheFileAsync(ITicketStore store, string ticket, int count)
    {
        var loaded = await store.LoadAsync(ticket, CancellationToken.None);
        var inFile = await _stores.Reopen(store).LoadAsync(ticket, CancellationToken.None);

        Assert.Equal(inFile!.Tag, loaded!.Tag);
        Assert.Equal(count, loaded.Events.Count);
        Assert.Equal(inFile.Events.OrderBy(e => e.Id, StringComparer.Ordinal).Select(Text),
            loaded.Events.OrderBy(e => e.Id, StringComparer.Ordinal).Select(Text));
    }

    private static string Text(TicketEvent e) => $"{e} {Monitoring.Storage.TicketChangeJson.Serialize(e.Change)}";
}
