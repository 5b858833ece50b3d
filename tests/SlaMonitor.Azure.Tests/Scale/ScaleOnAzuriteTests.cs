using NodaTime.Testing;
using SlaMonitor.Azure.Tables;
using SlaMonitor.Azure.Tests.Tables;
using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.Azure.Tests.Scale;

/// <summary>
/// Two evaluators and two notifiers at the same time, on the emulator's tables. The queue forgets what it has seen, so that only the claims
/// keep people from being told twice.
/// </summary>
[Collection(AzuriteCollection.Name)]
public sealed class ScaleOnAzuriteTests(AzuriteFixture azurite)
{
    private const int Tickets = 150;
    private const int CallsAtOnce = 4;

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TwoEvaluatorsAndTwoNotifiers_NobodyIsToldTwiceAndNobodyMissed(bool shared)
    {
        var account = await TableAccount.NewAsync(azurite);
        var people = new ToldPeople(new FakeClock(DueTickets.Tick));
        var queue = new MemoryQueue { DropsRepeats = false };
        using (var receiver = Instance(1, DueTickets.Opening))
        {
            foreach (var number in Enumerable.Range(0, Tickets)) await receiver.IngestAsync(DueTickets.Created(number));
        }

        // Two machines' clocks never show the same hundred nanoseconds.
        using var first = Instance(1, DueTickets.Tick);
        using var second = Instance(2, DueTickets.Tick + Duration.FromMilliseconds(1));
        var notifying = Task.WhenAll(Task.Run(() => first.NotifyAsync(CallsAtOnce)), Task.Run(() => second.NotifyAsync(CallsAtOnce)));
        await Task.WhenAll(Task.Run(() => first.EvaluateAsync()), Task.Run(() => second.EvaluateAsync()));
        queue.Close();
        await notifying;

        var told = people.Told.Select(telling => telling.Notification).ToList();
        Assert.Equal((Tickets, Tickets), (told.Count, told.Distinct(StringComparer.Ordinal).Count()));
        var tomorrow = DueTickets.Opening + Duration.FromDays(1);
        Assert.Empty(await account.TicketStore().ReadDueAsync(DueTickets.Tick, 1, CancellationToken.None));
        Assert.Equal(Tickets, (await account.TicketStore().ReadDueAsync(tomorrow, 1_000, CancellationToken.None)).Count);

        MonitorInstance Instance(int number, Instant now) => new(
            account.Open(), new DueShards(TableAccount.Shards, shared ? 2 : 1, shared ? number : 1), queue, people, new FakeClock(now));
    }
}
