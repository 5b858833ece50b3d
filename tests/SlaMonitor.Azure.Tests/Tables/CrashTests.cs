using SlaMonitor.Azure.Tables;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Reporting;
using SlaMonitor.StoreContracts;
using SlaMonitor.StoreContracts.Emulator;
using SlaMonitor.StoreContracts.Monitor;

namespace SlaMonitor.Azure.Tests.Tables;

/// <summary>
/// A day of two tickets, in which the process dies at one request to Table storage, and the next process goes on: once for each request of
/// the day, before it and after it. Whoever sent the events sends them again; the timer ticks again.
/// </summary>
[Collection(AzuriteCollection.Name)]
public sealed class CrashTests(AzuriteFixture azurite)
{
    private static readonly Instant Evening = World.Opening + Duration.FromDays(20);

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Day_ProcessDiesAtAnyRequest_EveryEventIsThereAndEveryStepFiredOnce(bool afterTheRequest)
    {
        var undisturbed = await PlayAsync(new Wire());
        var deaths = 0;
        for (var request = 1; request <= undisturbed.Requests; request++)
        {
            var outcome = await PlayAsync(new Wire { FailAt = request, AfterTheRequest = afterTheRequest, ForGood = true });

            AssertSame(undisturbed, outcome);
            deaths += outcome.Deaths;
        }

        // The very last request removes an old entry of the due index: nobody has to hear that it failed.
        Assert.Equal(undisturbed.Requests - 1, deaths);
    }

    [SkippableFact]
    public async Task Day_AnswerToAnyRequestIsLost_TheClientTriesAgainAndNothingIsDoubled()
    {
        var undisturbed = await PlayAsync(new Wire());
        for (var request = 1; request <= undisturbed.Requests; request++)
        {
            var outcome = await PlayAsync(new Wire { FailAt = request, AfterTheRequest = true });

            AssertSame(undisturbed, outcome);
            Assert.Equal(0, outcome.Deaths);

            // The one who wrote it is told so, and not that somebody else was there before.
            Assert.Equal((undisturbed.Stored, undisturbed.Told), (outcome.Stored, outcome.Told));
        }
    }

    private static void AssertSame(Outcome expected, Outcome actual)
    {
        TicketEvents.AssertSame(expected.Events, actual.Events);
        Assert.Equal(4, actual.Fired.Count);
        Assert.Equal(expected.Fired, actual.Fired);
        Assert.Equal(expected.Queued, actual.Queued);
        Assert.Empty(actual.Due);
    }

    /// <summary>Plays the day; every process but the first has a sound wire.</summary>
    private async Task<Outcome> PlayAsync(Wire wire)
    {
        var account = await TableAccount.NewAsync(azurite);
        var world = new World();
        var process = Process(wire);
        var (deaths, stored, told) = (0, 0, 0);

        var urgent = new TicketChange { Priority = TicketPriority.Urgent };
        var reply = new TicketChange { By = Actor.Agent, Public = true };
        var import = Enumerable.Range(0, 120)
            .Select(m => World.Event("T-2", m, m == 0 ? TicketEventType.Created : TicketEventType.Updated))
            .ToArray();
        await ReceiveAsync(World.Event("T-1", 0, TicketEventType.Created));
        await ReceiveAsync(World.Event("T-1", 5, TicketEventType.Updated, urgent));
        await ReceiveAsync(import);
        await TickAsync(Duration.FromMinutes(45));
        await ReceiveAsync(World.Event("T-1", 50, TicketEventType.Replied, reply));
        await TickAsync(Duration.FromHours(3));
        await ReceiveAsync(World.Event("T-2", 200, TicketEventType.Replied, reply), World.Event("T-2", 201, TicketEventType.Closed));
        await TickAsync(Duration.FromDays(1.1));
        await ReceiveAsync(World.Event("T-1", 1_500, TicketEventType.Updated));
        await TickAsync(Evening - World.Opening);

        await Process(between: null).EvaluateAsync();
        var store = account.TicketStore();
        await AssertFiledAsync(store);
        var tickets = await Task.WhenAll(new[] { "T-1", "T-2" }.Select(id => store.LoadAsync(id, CancellationToken.None)));
        return new(
            wire.Requests,
            deaths,
            stored,
            told,
            [.. tickets.SelectMany(ticket => ticket!.Events)],
            [.. tickets
                .SelectMany(ticket => ticket!.State.FiredSteps.Select(step => $"{ticket.TicketId} {step}"))
                .Order(StringComparer.Ordinal)],
            await store.ReadDueAsync(Evening, 100, CancellationToken.None),
            [.. world.Messages.Select(message => message.MessageId).Order(StringComparer.Ordinal)]);

        async Task TickAsync(Duration sinceOpening)
        {
            world.Clock.Reset(World.Opening + sinceOpening);
            await LiveAsync(async () => told += (await process.EvaluateAsync()).StepsFired);
        }

        Task ReceiveAsync(params TicketEvent[] events) => LiveAsync(async () => stored += (await process.IngestAsync(events)).Stored);

        async Task LiveAsync(Func<Task> step)
        {
            try
            {
                await step();
            }
            catch (StoreUnavailableException)
            {
                deaths++;
                process = Process(between: null);
                await process.EvaluateAsync(); // the timer may well be sooner than the sender
                await step();
            }
        }

        async Task AssertFiledAsync(TableTicketStore tickets)
        {
            var shelves = account.Shelves();
            var reader = new MonitorOnStore(tickets, account.Ledger(), world, shelves).Make<PromiseReader>();
            await reader.ReadOpenAsync(after: null, most: 1, CancellationToken.None);

            Assert.Equal(
                await ShelfContents.WorkedOutAsync(
                    tickets, await world.GetTermsAsync(CancellationToken.None), world.Clock.GetCurrentInstant(), "T-1", "T-2"),
                await ShelfContents.ReadAsync(shelves, "office"));
            Assert.Empty(await shelves.ReadUncertainAsync(10, CancellationToken.None));
        }

        MonitorOnStore Process(Wire? between) => new(account.TicketStore(between, retries: !wire.ForGood), account.Ledger(), world);
    }

    private sealed record Outcome(
        int Requests,
        int Deaths,
        int Stored,
        int Told,
        IReadOnlyList<TicketEvent> Events,
        IReadOnlyList<string> Fired,
        IReadOnlyList<DueTicket> Due,
        IReadOnlyList<string> Queued);
}
