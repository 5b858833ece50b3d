using CsCheck;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Promises;
using SlaMonitor.Monitoring.Reporting;
using SlaMonitor.StoreContracts.Monitor;

namespace SlaMonitor.StoreContracts;

/// <summary>What every <see cref="IPromiseShelves"/> promises about the outcomes that are committed with their ticket.</summary>
public abstract class PromiseShelvesContract
{
    private static readonly Instant Nine = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Duration Hour = Duration.FromHours(1);
    private static readonly Duration Tick = Duration.FromTicks(1);

    /// <summary>How often a property is tried; fewer where a round trip is slow.</summary>
    protected virtual int Iterations => 60;

    /// <summary>Empty shelves, and the tickets beside them.</summary>
    protected abstract Task<(ITicketStore Tickets, IPromiseShelves Shelves)> CreateAsync();

    [Fact]
    public async Task CommitAsync_Outcomes_AreFiledAndReplaceThoseBefore()
    {
        var (tickets, shelves) = await CreateAsync();
        await FileAsync(tickets, "T-1", Open("T-1", "response", Nine), Open("T-1", "resolution", Nine + Hour));
        await FileAsync(tickets, "T-2", Open("T-2", "response", Nine));

        await FileAsync(tickets, "T-1", Decided("T-1", "response", Nine), Open("T-1", "resolution", Nine + Hour, "other"));

        await AssertFiledAsync(
            shelves, Open("T-2", "response", Nine), Decided("T-1", "response", Nine), Open("T-1", "resolution", Nine + Hour, "other"));
    }

    [Fact]
    public async Task CommitAsync_WithoutOutcomes_LeavesThemAndAnEmptyListTakesThemAway()
    {
        var (tickets, shelves) = await CreateAsync();
        await FileAsync(tickets, "T-1", Open("T-1", "response", Nine), Decided("T-1", "resolution", Nine));

        await CommitAsync(tickets, "T-1", commit => commit with { NewEvents = [TicketEvents.Plain("T-1", "1")] });
        await AssertFiledAsync(shelves, Open("T-1", "response", Nine), Decided("T-1", "resolution", Nine));

        await FileAsync(tickets, "T-1");
        await AssertFiledAsync(shelves);
    }

    [Fact]
    public async Task CommitAsync_NextLookMovesToo_BothAreWritten()
    {
        var (tickets, shelves) = await CreateAsync();
        foreach (var look in new Instant?[] { Nine, Nine + Hour, null, Nine })
        {
            var at = look ?? Nine + Hour;
            await CommitAsync(tickets, "T-1", commit => commit with
            {
                State = new() { NextLook = look },
                Outcomes = [Open("T-1", "response", at)],
            });

            await AssertFiledAsync(shelves, Open("T-1", "response", at));
            Assert.Equal(
                look is { } due ? [new("T-1", due)] : [], await tickets.ReadDueAsync(Instant.MaxValue, 10, CancellationToken.None));
        }
    }

    [Fact]
    public async Task CommitAsync_Conflict_FilesNothing()
    {
        var (tickets, shelves) = await CreateAsync();
        await FileAsync(tickets, "T-1", Open("T-1", "response", Nine));
        var old = await tickets.LoadAsync("T-1", CancellationToken.None);
        await FileAsync(tickets, "T-1", Open("T-1", "response", Nine + Hour));

        var late = new TicketCommit("T-1", [], MonitoringState.Initial, old!.Tag) { Outcomes = [Decided("T-1", "response", Nine)] };
        Assert.False(await tickets.CommitAsync(late, CancellationToken.None));

        await AssertFiledAsync(shelves, Open("T-1", "response", Nine + Hour));
        Assert.Empty(await shelves.ReadUncertainAsync(10, CancellationToken.None));
    }

    [Fact]
    public async Task CommitAsync_FilesAllAnew_LeavesNothingElseOfTheTicket()
    {
        var (tickets, shelves) = await CreateAsync();
        await FileAsync(tickets, "T-1", Open("T-1", "response", Nine), Decided("T-1", "resolution", Nine));

        await CommitAsync(tickets, "T-1", commit => commit with { Outcomes = [Open("T-1", "response", Nine)], FilesAllAnew = true });

        await AssertFiledAsync(shelves, Open("T-1", "response", Nine));
    }

    [Fact]
    public async Task CommitAsync_FiveHundredOutcomes_AreAllFiledAndAllTakenAway()
    {
        var (tickets, shelves) = await CreateAsync();
        var rows = Enumerable.Range(0, 500).Select(n => Decided("T-1", $"next/{n}", Nine + n * Tick)).ToArray();

        await FileAsync(tickets, "T-1", rows);
        await AssertFiledAsync(shelves, rows);

        await FileAsync(tickets, "T-1", rows[^1]);
        await AssertFiledAsync(shelves, rows[^1]);
    }

    [Fact]
    public async Task CommitAsync_IdsThatLookAlike_AreFiledApart()
    {
        string[] alike = ["a", "A", "a ", "a/", "a:b", "a#", "漢", "漢 ", "~", "~41", new('x', 900), new('x', 901)];
        var (tickets, shelves) = await CreateAsync();
        var rows = new List<ShelfRow>();
        foreach (var ticket in alike)
        {
            ShelfRow[] own = [.. alike.Select(clock => Open(ticket, clock, Nine)), .. alike.Select(clock => Decided(ticket, clock, Nine))];
            await FileAsync(tickets, ticket, own);
            rows.AddRange(own);
        }

        await AssertFiledAsync(shelves, [.. rows]);
    }

    [Fact]
    public async Task ReadAsync_Range_HoldsItsBeginningAndNotItsEndAndNoOtherAgreement()
    {
        var (tickets, shelves) = await CreateAsync();
        ShelfRow[] rows =
        [
            Decided("T-1", "early", Nine - Tick), Decided("T-1", "first", Nine), Decided("T-1", "last", Nine + Hour - Tick),
            Decided("T-1", "late", Nine + Hour), Decided("T-1", "other", Nine) with { AgreementId = "office2" },
            Decided("T-1", "longer", Nine) with { AgreementId = "office:2026" }, Open("T-1", "open", Nine),
            new(Shelf.Tickets, "office", "T-1", string.Empty, Nine, "{}"),
        ];
        await FileAsync(tickets, "T-1", rows);

        Assert.Equal(
            ["first", "last"],
            (await ShelfContents.ReadAsync(shelves, Shelf.Decided, "office", Nine, Nine + Hour)).Select(row => row.Clock).Order());
        Assert.Equal([rows[^1]], await ShelfContents.ReadAsync(shelves, Shelf.Tickets, "office", Nine, Nine + Hour));
        Assert.Equal([rows[4]], await ShelfContents.ReadAsync(shelves, Shelf.Decided, "office2", Nine, Nine + Hour));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task ReadOpenAsync_AnyPageSize_TheFirstDueComesFirstAndTheUnknownLast(int pageSize)
    {
        var (tickets, shelves) = await CreateAsync();
        for (var n = 0; n < 8; n++)
        {
            await FileAsync(
                tickets, $"T-{n}",
                Open($"T-{n}", "response", Nine + (7 - n) * Hour), Open($"T-{n}", "resolution", n % 2 == 0 ? null : Nine + n * Hour));
        }

        var open = await ShelfContents.OpenAsync(shelves, pageSize);

        Assert.Equal(16, open.Distinct().Count());
        Assert.Equal(open.Select(row => row.At ?? Instant.MaxValue).Order(), open.Select(row => row.At ?? Instant.MaxValue));
        Assert.Equal(4, open.TakeLast(4).Count(row => row.At is null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nowhere")]
    [InlineData("[\"1\"]")]
    public async Task ReadOpenAsync_AfterWhatWasNotGivenOut_IsRefused(string after)
    {
        var (_, shelves) = await CreateAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => shelves.ReadOpenAsync(after, 10, CancellationToken.None));
    }

    [Fact]
    public async Task ReadUnfiledAsync_OtherTermsOrFormOrNone_IsFound()
    {
        var (tickets, shelves) = await CreateAsync();
        await StateAsync("good", new() { Terms = "new", FiledAs = OutcomeRows.Form });
        await StateAsync("settled", new() { Terms = "old", FiledAs = OutcomeRows.Form, IsSettled = true });
        await StateAsync("early", new() { Terms = "new" });
        await StateAsync("unknown", MonitoringState.Initial);

        Assert.Equal(["early", "settled", "unknown"], await UnfiledAsync("new"));
        Assert.Equal(["early", "good", "unknown"], await UnfiledAsync("old"));

        Task StateAsync(string ticket, MonitoringState state) => CommitAsync(tickets, ticket, commit => commit with { State = state });

        async Task<IEnumerable<string>> UnfiledAsync(string terms)
        {
            var found = new List<string>();
            for (string? after = null; ;)
            {
                var page = await shelves.ReadUnfiledAsync(terms, after, 1, CancellationToken.None);
                found.AddRange(page.TicketIds);
                if (page.Next is null) return found.Order(StringComparer.Ordinal);
                after = page.Next;
            }
        }
    }

    [Fact]
    public async Task IngestAsync_AnyHistoryInAnyOrder_FilesWhatTheLogsSay()
    {
        var (tickets, shelves) = await CreateAsync();
        var world = new World();
        var monitor = new MonitorOnStore(tickets, Ledger, world, shelves);
        var book = await world.GetTermsAsync(CancellationToken.None);
        var number = 0;
        await Histories.SampleAsync(
            async history =>
            {
                var ids = new[] { $"A-{++number}", $"B-{number}" };
                foreach (var (ticket, minute, type, change) in history)
                    await monitor.IngestAsync(World.Event(ids[ticket], minute, type, change));

                var filed = (await ShelfContents.ReadAsync(shelves, "office")).Where(row => ids.Any(id => row.Contains($" {id},")));
                Assert.Equal(await ShelfContents.WorkedOutAsync(tickets, book, world.Clock.GetCurrentInstant(), ids), filed);
            },
            iter: Iterations,
            threads: 1);

        var promises = new List<string>();
        await foreach (var promise in monitor.Make<PromiseReader>().ReadAsync("office", World.Opening, Instant.MaxValue, default))
            promises.Add($"{promise.TicketId} {promise.ClockId}");
        Assert.NotEmpty(promises);
        Assert.Equal(promises.Distinct(), promises);
    }

    /// <summary>No step is told in these tests.</summary>
    private static INotificationLedger Ledger { get; } = Moq.Mock.Of<INotificationLedger>();

    private static Gen<(int Ticket, int Minute, TicketEventType Type, TicketChange Change)[]> Histories { get; } =
        Gen.Select(
            Gen.Int[0, 1],
            Gen.Int[0, 4_000],
            Any(
                TicketEventType.Created, TicketEventType.Updated, TicketEventType.Replied, TicketEventType.Resolved, TicketEventType.Closed,
                TicketEventType.Reopened, TicketEventType.Rated, TicketEventType.Deleted),
            Any(
                new TicketChange { Status = TicketStatus.Pending },
                new TicketChange { Status = TicketStatus.Open },
                new TicketChange { By = Actor.Agent, Public = true },
                new TicketChange { Priority = TicketPriority.Urgent, Customer = "ACME \ud83d\udd25" },
                new TicketChange { Rating = 4, Title = "Printer", Assignee = "ann" })).Array[1, 8];

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(n => values[n]);

    private static ShelfRow Open(string ticket, string clock, Instant? due, string body = "{}") =>
        new(Shelf.Open, "office", ticket, clock, due, body);

    private static ShelfRow Decided(string ticket, string clock, Instant at) => new(Shelf.Decided, "office", ticket, clock, at, "{}");

    private static Task FileAsync(ITicketStore tickets, string ticket, params ShelfRow[] rows) =>
        CommitAsync(tickets, ticket, commit => commit with { Outcomes = rows });

    private static async Task CommitAsync(ITicketStore tickets, string ticket, Func<TicketCommit, TicketCommit> make)
    {
        var tag = (await tickets.LoadAsync(ticket, CancellationToken.None))?.Tag;
        Assert.True(await tickets.CommitAsync(make(new(ticket, [], MonitoringState.Initial, tag)), CancellationToken.None));
    }

    private static async Task AssertFiledAsync(IPromiseShelves shelves, params ShelfRow[] rows) => Assert.Equal(
        rows.Select(row => $"{row}").Order(StringComparer.Ordinal), await ShelfContents.ReadAsync(shelves, "office"));
}
