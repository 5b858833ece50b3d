using CsCheck;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Samples;

namespace SlaMonitor.StoreContracts;

/// <summary>
/// What every <see cref="ITicketStore"/> promises about logs and states. The due index has <see cref="DueIndexContract"/>.
/// </summary>
public abstract class TicketStoreContract
{
    /// <summary>How often a property is tried; fewer where a round trip is slow.</summary>
    protected virtual int Iterations => 200;

    /// <summary>A store without any tickets.</summary>
    protected abstract Task<ITicketStore> CreateStoreAsync();

    /// <summary>The same tickets through a store that shares no memory with the first.</summary>
    protected abstract Task<ITicketStore> ReopenAsync(ITicketStore store);

    [Fact]
    public async Task LoadAsync_UnknownTicket_IsNull()
    {
        var store = await CreateStoreAsync();

        Assert.Null(await store.LoadAsync("nobody", CancellationToken.None));
    }

    [Fact]
    public async Task CommitAsync_AnyEvents_ComeBackWholeFromAReopenedStore()
    {
        var store = await CreateStoreAsync();
        var reopened = await ReopenAsync(store);
        var cases = Gen.Select(TicketText.Keys, Gen.Int[0, int.MaxValue]).SelectMany((name, number) =>
            TicketEvents.Of($"{number} {name}").Array[1, 4].Select(events => events.DistinctBy(e => (e.Source, e.Id)).ToArray()));

        await cases.SampleAsync(
            async events =>
            {
                var ticket = events[0].TicketId;
                var before = await store.LoadAsync(ticket, CancellationToken.None);
                if (before is not null) return; // the very same name and number were drawn before
                Assert.True(
                    await store.CommitAsync(new(ticket, events, MonitoringState.Initial, ExpectedTag: null), CancellationToken.None));

                var loaded = await reopened.LoadAsync(ticket, CancellationToken.None);

                Assert.NotNull(loaded);
                Assert.Equal(ticket, loaded.TicketId);
                TicketEvents.AssertSame(events, loaded.Events);
            },
            iter: Iterations,
            threads: 1);
    }

    [Fact]
    public async Task CommitAsync_TitleOf200Kilobytes_ComesBackWhole()
    {
        var store = await CreateStoreAsync();
        var e = TicketEvents.Plain("T-1", "1") with { Change = new() { Title = new string('漢', 66_000) + " 🔥 end" } };

        Assert.True(await store.CommitAsync(new("T-1", [e], MonitoringState.Initial, null), CancellationToken.None));

        TicketEvents.AssertSame([e], (await LoadAsync(store, "T-1")).Events);
    }

    [Fact]
    public async Task CommitAsync_State_ReplacesTheOneBefore()
    {
        var store = await CreateStoreAsync();
        var look = Instant.FromUtc(2026, 3, 2, 9, 0) + Duration.FromTicks(1);
        var first = new MonitoringState { NextLook = look, FiredSteps = [new("résolution:1:50%"), new("步骤")] };
        await CommitAsync(store, "T-1", first);

        var loaded = await LoadAsync(store, "T-1");
        Assert.Equal(look, loaded.State.NextLook);
        Assert.Equal(first.FiredSteps, loaded.State.FiredSteps);

        await CommitAsync(store, "T-1", MonitoringState.Initial);

        loaded = await LoadAsync(store, "T-1");
        Assert.Null(loaded.State.NextLook);
        Assert.Empty(loaded.State.FiredSteps);
    }

    [Fact]
    public async Task CommitAsync_TimesFinerThan100Nanoseconds_AreCutOff()
    {
        var store = await CreateStoreAsync();
        var kept = Instant.FromUtc(2026, 3, 2, 9, 0) + Duration.FromTicks(1);
        var fine = kept + Duration.FromNanoseconds(99);
        var e = TicketEvents.Plain("T-1", "1") with { Time = fine };

        await store.CommitAsync(new("T-1", [e], new() { NextLook = fine }, null), CancellationToken.None);

        var loaded = await LoadAsync(store, "T-1");
        Assert.Equal(kept, Assert.Single(loaded.Events).Time);
        Assert.Equal(kept, loaded.State.NextLook);
    }

    [Fact]
    public async Task CommitAsync_LaterEvents_AreAddedToTheLog()
    {
        var store = await CreateStoreAsync();
        await CommitAsync(store, "T-1", MonitoringState.Initial, TicketEvents.Plain("T-1", "1"), TicketEvents.Plain("T-1", "2"));
        await CommitAsync(store, "T-2", MonitoringState.Initial, TicketEvents.Plain("T-2", "1"));
        await CommitAsync(store, "T-1", MonitoringState.Initial, TicketEvents.Plain("T-1", "3"));

        TicketEvents.AssertSame(
            [TicketEvents.Plain("T-1", "1"), TicketEvents.Plain("T-1", "2"), TicketEvents.Plain("T-1", "3")],
            (await LoadAsync(store, "T-1")).Events);
        TicketEvents.AssertSame([TicketEvents.Plain("T-2", "1")], (await LoadAsync(store, "T-2")).Events);
    }

    [Fact]
    public async Task CommitAsync_IdsThatLookAlike_AreDifferentEventsAndTickets()
    {
        string[] alike = ["a", "A", "a ", " a", "á", "a\u0301", "a/", "a\\", "a#", "a?", "a%2F", "a\u0001", "a:", "01", "1", "１"];
        var store = await CreateStoreAsync();
        foreach (var ticket in alike)
        {
            await CommitAsync(
                store, ticket, MonitoringState.Initial, [.. alike.Select(id => TicketEvents.Plain(ticket, id)), .. alike.Select(OfSource)]);

            TicketEvent OfSource(string source) => TicketEvents.Plain(ticket, "1") with { Source = source };
        }

        foreach (var ticket in alike) Assert.Equal(2 * alike.Length, (await LoadAsync(store, ticket)).Events.Count);
    }

    [Fact]
    public async Task CommitAsync_WithoutTagOnAKnownTicket_IsAConflict()
    {
        var store = await CreateStoreAsync();
        await CommitAsync(store, "T-1", MonitoringState.Initial, TicketEvents.Plain("T-1", "1"));

        Assert.False(await store.CommitAsync(
            new("T-1", [TicketEvents.Plain("T-1", "2")], MonitoringState.Initial, ExpectedTag: null), CancellationToken.None));

        TicketEvents.AssertSame([TicketEvents.Plain("T-1", "1")], (await LoadAsync(store, "T-1")).Events);
    }

    [Fact]
    public async Task CommitAsync_OldTag_IsAConflictAndWritesNothing()
    {
        var store = await CreateStoreAsync();
        await CommitAsync(store, "T-1", new() { FiredSteps = [new("one")] });
        var old = await LoadAsync(store, "T-1");
        await CommitAsync(store, "T-1", new() { FiredSteps = [new("one"), new("two")] });
        var present = await LoadAsync(store, "T-1");

        Assert.NotEqual(old.Tag, present.Tag, StringComparer.Ordinal);
        Assert.False(await store.CommitAsync(
            new("T-1", [TicketEvents.Plain("T-1", "1")], MonitoringState.Initial, old.Tag), CancellationToken.None));

        var after = await LoadAsync(store, "T-1");
        Assert.Equal(present.Tag, after.Tag);
        Assert.Equal<StepId>([new("one"), new("two")], after.State.FiredSteps);
        Assert.Empty(after.Events);
    }

    [Theory]
    [InlineData("")]
    [InlineData("W/\"datetime'2026-03-02T09%3A00%3A00Z'\"")]
    [InlineData("999999999999999999999999")]
    public async Task CommitAsync_TagOfAnUnknownTicketOrStore_IsAConflict(string tag)
    {
        var store = await CreateStoreAsync();
        await CommitAsync(store, "T-1", MonitoringState.Initial);

        Assert.False(await store.CommitAsync(new("T-1", [], MonitoringState.Initial, tag), CancellationToken.None));
        Assert.False(await store.CommitAsync(new("T-2", [], MonitoringState.Initial, tag), CancellationToken.None));
        Assert.Null(await store.LoadAsync("T-2", CancellationToken.None));
    }

    [Fact]
    public async Task CommitAsync_EventThatIsThereAlready_IsAConflictAndWritesNothing()
    {
        var store = await CreateStoreAsync();
        await CommitAsync(store, "T-1", MonitoringState.Initial, TicketEvents.Plain("T-1", "1"));
        var before = await LoadAsync(store, "T-1");
        var repeat = TicketEvents.Plain("T-1", "1") with { Type = TicketEventType.Closed };

        Assert.False(await store.CommitAsync(
            new("T-1", [TicketEvents.Plain("T-1", "2"), repeat], new() { FiredSteps = [new("x")] }, before.Tag), CancellationToken.None));

        var after = await LoadAsync(store, "T-1");
        Assert.Equal(before.Tag, after.Tag);
        Assert.Empty(after.State.FiredSteps);
        TicketEvents.AssertSame([TicketEvents.Plain("T-1", "1")], after.Events);
    }

    [Fact]
    public async Task CommitAsync_IdThatCannotBeStored_IsRefused()
    {
        var store = await CreateStoreAsync();
        var good = TicketEvents.Plain("T-1", "1");

        // Not rows of a theory: an attribute cannot carry half a pair either.
        string[] ids = ["", "nul \0 inside", "half \ud83d a pair", "end \ud83d"];
        foreach (var id in ids)
        {
            await Refused(new(id, [], MonitoringState.Initial, null));
            await Refused(new("T-1", [good with { Id = id }], MonitoringState.Initial, null));
            await Refused(new("T-1", [good with { Source = id }], MonitoringState.Initial, null));
        }

        Assert.Null(await store.LoadAsync("T-1", CancellationToken.None));

        Task Refused(TicketCommit commit) =>
            Assert.ThrowsAnyAsync<ArgumentException>(() => store.CommitAsync(commit, CancellationToken.None));
    }

    [Fact]
    public async Task CommitAsync_TenWritersOnOneTicket_KeepEveryEventOnce()
    {
        const int Writers = 10;
        const int EventsEach = 5;
        var store = await CreateStoreAsync();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var n = 0; n < EventsEach; n++)
                await CommitAsync(store, "T-1", MonitoringState.Initial, TicketEvents.Plain("T-1", $"{writer}-{n}"));
        })));

        var ids = (await LoadAsync(store, "T-1")).Events.Select(e => e.Id).Order(StringComparer.Ordinal);
        var expected = from writer in Enumerable.Range(0, Writers) from n in Enumerable.Range(0, EventsEach) select $"{writer}-{n}";
        Assert.Equal(expected.Order(StringComparer.Ordinal), ids);
    }

    /// <summary>Loads and commits until nobody has come between, as the program itself does.</summary>
    internal static async Task CommitAsync(ITicketStore store, string ticketId, MonitoringState state, params TicketEvent[] events)
    {
        bool committed;
        do
        {
            var before = await store.LoadAsync(ticketId, CancellationToken.None);
            committed = await store.CommitAsync(new(ticketId, events, state, before?.Tag), CancellationToken.None);
        }
        while (!committed);
    }

    private static async Task<StoredTicket> LoadAsync(ITicketStore store, string ticketId)
    {
        var ticket = await store.LoadAsync(ticketId, CancellationToken.None);
        Assert.NotNull(ticket);
        return ticket;
    }

    [Fact]
    public async Task ReadAllAsync_PageByPage_HasEachTicketOnce_SettledOnesToo()
    {
        var store = await CreateStoreAsync();
        var ids = Enumerable.Range(0, 7).Select(n => $"T ~/é {n}").ToList();
        foreach (var id in ids)
        {
            var state = MonitoringState.Initial with { IsSettled = id == ids[2] };
            Assert.True(await store.CommitAsync(new(id, [TicketEvents.Plain(id, "1")], state, ExpectedTag: null), default));
        }

        var read = await Pages.AllAsync(async after =>
        {
            var page = await store.ReadAllAsync(after, 2, default);
            return new KeptPage<string>(page.TicketIds, page.Next);
        });

        Assert.Equal(ids, read.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(230)] // more than one transaction of tables holds
    public async Task CommitAsync_RewrittenAndDroppedEvents_SayTheNewAndAreGone(int count)
    {
        var store = await CreateStoreAsync();
        var events = Enumerable.Range(0, count)
            .Select(n => TicketEvents.Plain("T-1", $"{n}") with { Change = new TicketChange { Title = $"old {n}" } }).ToList();
        Assert.True(await store.CommitAsync(new("T-1", events, MonitoringState.Initial, ExpectedTag: null), default));
        var before = (await store.LoadAsync("T-1", default))!;
        var rewritten = events.Skip(2).Select(e => e with { Change = new TicketChange { Agent = "new" } }).ToList();

        var commit = new TicketCommit("T-1", [], MonitoringState.Initial with { Forgotten = ["somebody"] }, before.Tag)
        {
            Rewritten = rewritten,
            Dropped = [events[1]],
        };
        Assert.True(await store.CommitAsync(commit, default));
        Assert.False(await store.CommitAsync(commit, default));

        foreach (var reader in new[] { store, await ReopenAsync(store) })
        {
            var loaded = (await reader.LoadAsync("T-1", default))!;
            TicketEvents.AssertSame([.. rewritten, events[0]], loaded.Events);
            Assert.Equal(["somebody"], loaded.State.Forgotten);
        }
    }
}
