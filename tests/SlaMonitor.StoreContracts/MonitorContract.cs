using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts.Monitor;

namespace SlaMonitor.StoreContracts;

/// <summary>What the monitor promises on every pair of stores, however many processes of it there are.</summary>
public abstract class MonitorContract
{
    private const int Tickets = 12;

    /// <summary>Empty stores, and a way to open them again as another process would.</summary>
    protected abstract Task<Func<(ITicketStore Tickets, INotificationLedger Ledger)>> CreateAsync();

    [Fact]
    public async Task EvaluateAsync_TwoEvaluatorsAtOnce_FireEachStepOnce()
    {
        var open = await CreateAsync();
        var world = new World();
        var ids = Enumerable.Range(0, Tickets).Select(n => $"T-{n}").ToArray();
        foreach (var id in ids) await Process().IngestAsync(World.Event(id, 0, TicketEventType.Created));

        foreach (var hours in (int[])[3, 5, 10, 80])
        {
            world.Clock.Reset(World.Opening + Duration.FromHours(hours));
            await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(Process().EvaluateAsync)));
        }

        foreach (var id in ids)
        {
            var ticket = await open().Tickets.LoadAsync(id, CancellationToken.None);
            Assert.Equal(
                ["resolution/1/64800s/50%", "resolution/1/64800s/due", "response/1/14400s/50%", "response/1/14400s/due"],
                ticket!.State.FiredSteps.Select(step => step.ToString()).Order(StringComparer.Ordinal));
            Assert.Null(ticket.State.NextLook);
            Assert.All(ticket.State.FiredSteps, step => Assert.Contains((id, step.ToString()), world.Told()));
        }

        Assert.Empty(await open().Tickets.ReadDueAsync(Instant.MaxValue, 100, CancellationToken.None));

        MonitorOnStore Process() => new(open().Tickets, open().Ledger, world);
    }

    [Fact]
    public async Task IngestAsync_WhileAnotherEvaluates_LosesNeitherEventNorStep()
    {
        var open = await CreateAsync();
        var world = new World();
        await Process().IngestAsync(World.Event("T-1", 0, TicketEventType.Created));
        world.Clock.Reset(World.Opening + Duration.FromHours(5));

        await Task.WhenAll(
            Task.Run(Process().EvaluateAsync),
            Task.Run(async () =>
            {
                for (var minute = 1; minute <= 20; minute++)
                    await Process().IngestAsync(World.Event("T-1", minute, TicketEventType.Updated));
            }),
            Task.Run(Process().EvaluateAsync));

        // A tick finds what the one before it could not.
        await Process().EvaluateAsync();
        var ticket = await open().Tickets.LoadAsync("T-1", CancellationToken.None);
        Assert.Equal(21, ticket!.Events.Count);
        Assert.Equal(["response/1/14400s/50%", "response/1/14400s/due"], ticket.State.FiredSteps.Select(step => step.ToString()));
        Assert.Equal(
            [new("T-1", ticket.State.NextLook!.Value)],
            await open().Tickets.ReadDueAsync(Instant.MaxValue, 100, CancellationToken.None));

        MonitorOnStore Process() => new(open().Tickets, open().Ledger, world);
    }

    [Fact]
    public async Task IngestAsync_ManyEventsOfOneTicketAtOnce_AreAllThereAndTheTicketIsLookedAtInTime()
    {
        const int Many = 350;
        var open = await CreateAsync();
        var world = new World();
        var process = new MonitorOnStore(open().Tickets, open().Ledger, world);
        var events = Enumerable.Range(0, Many)
            .Select(minute => World.Event("T-1", minute, minute == 0 ? TicketEventType.Created : TicketEventType.Updated))
            .ToArray();

        Assert.Equal(Many, (await process.IngestAsync(events)).Stored);

        Assert.Equal(Many, (await process.IngestAsync(events)).Duplicates);
        TicketEvents.AssertSame(events, (await process.Store.LoadAsync("T-1", CancellationToken.None))!.Events);
        Assert.Equal(
            [new("T-1", World.Opening + Duration.FromHours(2))],
            await process.Store.ReadDueAsync(Instant.MaxValue, 10, CancellationToken.None));
    }
}
