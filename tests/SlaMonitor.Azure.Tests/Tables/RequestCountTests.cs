using Azure.Data.Tables;
using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Azure.Tables;
using SlaMonitor.Azure.Tables.Access;
using SlaMonitor.Azure.Tables.Rows;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Reporting;
using SlaMonitor.StoreContracts.Emulator;
using SlaMonitor.StoreContracts.Monitor;

namespace SlaMonitor.Azure.Tests.Tables;

/// <summary>What things cost in requests, which is what Table storage is paid by. docs/azure.md reckons with these numbers.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class RequestCountTests(AzuriteFixture azurite)
{
    private const int Shards = 16;

    [SkippableFact]
    public async Task EvaluateAsync_AnyNumberOfOpenTicketsAndNoneDue_IsOneRequestForEachShard()
    {
        var account = await TableAccount.NewAsync(azurite);
        var filled = 0;
        foreach (var open in (int[])[100, 10_000, 100_000])
        {
            await FillAsync(account, filled, open);
            filled = open;

            var wire = new Wire();
            var monitor = new MonitorOnStore(account.TicketStore(wire, Shards), account.Ledger(), new World());
            await monitor.EvaluateAsync();
            Assert.Equal(Shards + 1, wire.Requests); // after a start, the open tickets are passed over once

            var report = await monitor.EvaluateAsync();

            Assert.Equal((0, Shards), (report.Tickets, wire.Requests - Shards - 1));
        }

        // They are there, and found when their time has come.
        Assert.Equal(10, (await account.TicketStore(shards: Shards).ReadDueAsync(Instant.MaxValue, 10, CancellationToken.None)).Count);
    }

    [SkippableFact]
    public async Task IngestAsync_OneEvent_IsAtMostFourRequests()
    {
        var account = await TableAccount.NewAsync(azurite);
        var urgent = new TicketChange { Priority = TicketPriority.Urgent };
        var taken = new TicketChange { Assignee = "ann" };
        var closed = new TicketChange { Status = TicketStatus.Closed };

        // Read, due row with the mark of the filing, log and state, and then the outcomes with all that goes.
        Assert.Equal(4, await CostAsync(World.Event("T-1", 0, TicketEventType.Created)));
        Assert.Equal(2, await CostAsync(World.Event("T-1", 1, TicketEventType.Updated))); // read, log and state
        Assert.Equal(4, await CostAsync(World.Event("T-1", 2, TicketEventType.Updated, urgent))); // the old due row goes with the mark
        Assert.Equal(4, await CostAsync(World.Event("T-1", 2, TicketEventType.Reopened, taken))); // outcomes change, and the due row not
        Assert.Equal(4, await CostAsync(World.Event("T-1", 3, TicketEventType.Closed, closed))); // the old due row goes, and none comes
        Assert.Equal(1, await CostAsync(World.Event("T-1", 3, TicketEventType.Closed, closed))); // a repeat is only read

        async Task<int> CostAsync(TicketEvent e)
        {
            var wire = new Wire();
            await new MonitorOnStore(account.TicketStore(wire), account.Ledger(), new World()).IngestAsync(e);
            return wire.Requests;
        }
    }

    [SkippableFact]
    public async Task EvaluateAsync_OneTicketDue_IsFourRequestsMore()
    {
        var account = await TableAccount.NewAsync(azurite);
        var world = new World();
        var wire = new Wire();
        var monitor = new MonitorOnStore(account.TicketStore(wire, Shards), account.Ledger(), world);
        await monitor.IngestAsync(World.Event("T-1", 0, TicketEventType.Created));
        await monitor.EvaluateAsync();
        var before = wire.Requests;
        world.Clock.Advance(Duration.FromHours(3));

        var report = await monitor.EvaluateAsync();

        Assert.Equal((1, Shards + 4), (report.StepsFired, wire.Requests - before)); // read, due row, state, old due row
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(200)]
    public async Task PromiseReader_AMonth_CostsTheSameWhateverIsInOtherMonths(int inOtherMonths)
    {
        var account = await TableAccount.NewAsync(azurite);
        var world = new World();
        var monitor = new MonitorOnStore(account.TicketStore(), account.Ledger(), world);
        var reply = new TicketChange { By = Actor.Agent, Public = true };
        await Parallel.ForEachAsync(Enumerable.Range(0, inOtherMonths), async (n, _) =>
            await monitor.IngestAsync(
                World.Event($"old-{n}", -90 * 24 * 60, TicketEventType.Created),
                World.Event($"old-{n}", -90 * 24 * 60 + 5, TicketEventType.Resolved, reply)));
        await monitor.IngestAsync(World.Event("T-1", 0, TicketEventType.Created), World.Event("T-1", 5, TicketEventType.Resolved, reply));
        var wire = new Wire();
        var reading = new MonitorOnStore(account.TicketStore(wire), account.Ledger(), world, account.Shelves(wire, Shards));
        var reader = reading.Make<PromiseReader>();

        var found = 0;
        var month = (From: World.Opening - Duration.FromDays(1), To: World.Opening + Duration.FromDays(30));
        await foreach (var promise in reader.ReadAsync("office", month.From, month.To, CancellationToken.None)) found++;

        // What is left behind, what is open, and what was decided: one request a shard for each.
        Assert.Equal((2, 3 * Shards), (found, wire.Requests));

        world.Clock.Advance(Duration.FromDays(1));
        var summaries = new ReportSummaries(world, account.Manifests(), world.Clock, new FakeTimeProvider());
        var maker = new ReportMaker(reader, world, new FiledTerms(world, world, new FakeTimeProvider()), summaries, world.Clock);
        var history = (await maker.FindAsync("office", CancellationToken.None))!;
        var report = await maker.MakeAsync(history, ReportSpan.Parse("2026-03")!, onPromise: null, CancellationToken.None);

        // The same, and the tickets. What is noted of other months, and what was sent, lies elsewhere.
        Assert.Equal((2, 1), (report.Promises.Met, report.Tickets.Resolved));
        Assert.Equal(7 * Shards, wire.Requests);
    }

    /// <summary>The list of tickets and that of promises, and the notifications of everybody: a page of each.</summary>
    [SkippableTheory]
    [InlineData(0)]
    [InlineData(200)]
    public async Task Lists_APage_CostsTheSameWhateverIsClosed(int closed)
    {
        var account = await TableAccount.NewAsync(azurite);
        var (world, ledger) = (new World(), account.Ledger());
        var monitor = new MonitorOnStore(account.TicketStore(), ledger, world);
        await Parallel.ForEachAsync(Enumerable.Range(0, closed), async (n, _) =>
        {
            await monitor.IngestAsync(
                World.Event($"old-{n}", 0, TicketEventType.Created), World.Event($"old-{n}", 5, TicketEventType.Resolved));
            await ledger.ClaimAsync(
                new($"old-{n}", "N-1", "ann@example.com", "step", "message", World.Opening, StaleAfter: null), CancellationToken.None);
        });
        await monitor.IngestAsync(World.Event("T-1", 0, TicketEventType.Created));
        var wire = new Wire();
        var reader = new MonitorOnStore(account.TicketStore(wire), account.Ledger(), world, account.Shelves(wire, Shards))
            .Make<PromiseReader>();

        var (promises, next) = await reader.ReadOpenAsync(after: null, 100, CancellationToken.None);
        Assert.Equal((2, 1, null), (promises.Count, promises.Count(promise => promise.IsNext == true), next));
        Assert.Equal(2 * Shards, wire.Requests); // what is left behind, and what is open

        var told = await new ToldNotifications(account.Ledger(wire))
            .ReadAsync(new(null, null, null, null, null), after: null, CancellationToken.None);
        Assert.Equal((closed, 2 * Shards + 1), (told.Kept.Count, wire.Requests));
    }

    [SkippableFact]
    public async Task Notification_ClaimedAndRecorded_IsFourRequests()
    {
        var account = await TableAccount.NewAsync(azurite);
        var wire = new Wire();
        var ledger = account.Ledger(wire);

        await ledger.ClaimAsync(
            new("T-1", "N-1", "ann@example.com", "step", "message", World.Opening, Duration.FromMinutes(5)), CancellationToken.None);
        await ledger.RecordAsync("T-1", "N-1", new(NotificationState.Sent, World.Opening, null), CancellationToken.None);

        Assert.Equal(4, wire.Requests);
    }

    [SkippableFact]
    public async Task DropDueAsync_SpareEntry_IsFourRequests()
    {
        var account = await TableAccount.NewAsync(azurite);
        await account.TicketStore().CommitAsync(new("T-1", [], MonitoringState.Initial, null), CancellationToken.None);
        await account.DueIndex().WriteAsync("T-1", World.Opening, CancellationToken.None);

        var wire = new Wire();
        await account.TicketStore(wire).DropDueAsync(new("T-1", World.Opening), CancellationToken.None);

        Assert.Equal(4, wire.Requests);
    }

    /// <summary>Open tickets as the due index sees them: all are to be looked at tomorrow.</summary>
    private static async Task FillAsync(TableAccount account, int from, int to)
    {
        var due = new TableAccess(account.Table(TableNames.Due));
        var tomorrow = World.Opening + Duration.FromDays(1);
        var rows = Enumerable.Range(from, to - from)
            .Select(n => new TableTransactionAction(
                TableTransactionActionType.Add, DueRow.Of($"{n % Shards:x2}", new($"T-{n}", tomorrow + Duration.FromSeconds(n)))))
            .GroupBy(action => action.Entity.PartitionKey, StringComparer.Ordinal)
            .SelectMany(shard => shard.Chunk(RowGuard.MostRows));
        await Parallel.ForEachAsync(rows, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (batch, _) =>
            await due.TrySubmitAsync(batch, CancellationToken.None));
    }
}
