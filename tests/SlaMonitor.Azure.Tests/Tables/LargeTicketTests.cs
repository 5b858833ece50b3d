using SlaMonitor.Azure.Tables;
using SlaMonitor.Azure.Tables.Access;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;
using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.Azure.Tests.Tables;

/// <summary>Tickets that are larger than a row, a page or a transaction of Table storage.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class LargeTicketTests(AzuriteFixture azurite)
{
    private static readonly Instant Look = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly string Title = string.Concat(Enumerable.Range(0, 22_000).Select(n => $"漢{n % 1000} \"")) + "end";

    [SkippableFact]
    public async Task FiveThousandEventsAndATitleOf200Kilobytes_AreLoadedAndCommittedTo()
    {
        var account = await TableAccount.NewAsync(azurite);
        var store = account.TicketStore();
        var first = TicketEvents.Plain("T-1", "title") with { Change = new() { Title = Title } };
        var events = Enumerable.Range(0, 5_000).Select(n => TicketEvents.Plain("T-1", $"{n}")).Prepend(first).ToArray();

        Assert.True(await store.CommitAsync(new("T-1", events, new() { NextLook = Look }, null), CancellationToken.None));

        var loaded = await store.LoadAsync("T-1", CancellationToken.None);
        TicketEvents.AssertSame(events, loaded!.Events);
        Assert.True(await store.CommitAsync(
            new("T-1", [TicketEvents.Plain("T-1", "one more")], new() { NextLook = Look }, loaded.Tag), CancellationToken.None));
        Assert.Equal(5_002, (await store.LoadAsync("T-1", CancellationToken.None))!.Events.Count);
        // Nothing of the parts is left.
        Assert.Equal([new("T-1", Look)], await store.ReadDueAsync(Instant.MaxValue, 10, CancellationToken.None));
    }

    [SkippableFact]
    public async Task TenThousandFiredSteps_ComeBackInTheirOrder()
    {
        var store = (await TableAccount.NewAsync(azurite)).TicketStore();
        var steps = Enumerable.Range(1, 10_000).Select(n => new StepId($"update/{n}/14400s/due + 30m"));
        var state = new MonitoringState { FiredSteps = [.. steps] };

        Assert.True(await store.CommitAsync(new("T-1", [], state, null), CancellationToken.None));

        Assert.Equal(state.FiredSteps, (await store.LoadAsync("T-1", CancellationToken.None))!.State.FiredSteps);
    }

    [SkippableFact]
    public async Task EventsOfMoreThanFourMebibytes_AreWrittenInParts()
    {
        var account = await TableAccount.NewAsync(azurite);
        var random = new Random(5158);
        var events = Enumerable.Range(0, 60)
            .Select(n =>
                TicketEvents.Plain("T-1", $"{n}") with
                {
                    Change = new() { Title = new string([.. Enumerable.Range(0, 31_000).Select(_ => (char)random.Next(0x4E00, 0x9FFF))]) },
                })
            .ToArray();
        var commit = new TicketCommit("T-1", events, MonitoringState.Initial, null);
        Assert.InRange(CommitPart.Of(commit).Count, 3, 60);

        Assert.True(await account.TicketStore().CommitAsync(commit, CancellationToken.None));

        TicketEvents.AssertSame(events, (await account.TicketStore().LoadAsync("T-1", CancellationToken.None))!.Events);
    }

    [SkippableFact]
    public async Task IdsOfAnyLength_AreKept()
    {
        var store = (await TableAccount.NewAsync(azurite)).TicketStore();
        var ticket = new string('漢', 40_000);
        var one = TicketEvents.Plain(ticket, new string('/', 50_000) + "1");
        var two = TicketEvents.Plain(ticket, new string('/', 50_000) + "2");

        Assert.True(await store.CommitAsync(new(ticket, [one, two], new() { NextLook = one.Time }, null), CancellationToken.None));

        TicketEvents.AssertSame([one, two], (await store.LoadAsync(ticket, CancellationToken.None))!.Events);
        Assert.Equal([new(ticket, one.Time)], await store.ReadDueAsync(Instant.MaxValue, 10, CancellationToken.None));
    }

    [SkippableFact]
    public async Task StateThatNoRowHolds_IsRefusedBeforeAnythingIsWritten()
    {
        var account = await TableAccount.NewAsync(azurite);
        var random = new Random(5158);
        var steps = Enumerable.Range(0, 40_000).Select(_ => new StepId(Convert.ToHexString(Bytes(32))));
        var wire = new Wire();

        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => account.TicketStore(wire).CommitAsync(
            new("T-1", [], new() { FiredSteps = [.. steps] }, null), CancellationToken.None));

        Assert.Contains($"Table storage keeps rows of at most {RowSize.LargestStored}.", e.Message, StringComparison.Ordinal);
        Assert.Equal(0, wire.Requests);

        byte[] Bytes(int length)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            return bytes;
        }
    }
}
