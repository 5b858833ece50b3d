using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.Azure.Tests.Tables;

/// <summary>
/// Two who work on one ticket's row of the due index, the second between any two requests of the first. Whatever they do, the row that the
/// state needs is there in the end: a spare row costs a few requests, a missing one costs a deadline.
/// </summary>
[Collection(AzuriteCollection.Name)]
public sealed class InterleavingTests(AzuriteFixture azurite)
{
    private const int MostRequests = 6;

    private static readonly Instant Early = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Instant Late = Early + Duration.FromHours(1);

    /// <summary>What one of them may want: another next look, or to drop an entry.</summary>
    private static readonly (string Name, Func<ITicketStore, string, Task> Do)[] Works =
    [
        ("look early", (store, ticket) => LookAsync(store, ticket, Early)),
        ("look late", (store, ticket) => LookAsync(store, ticket, Late)),
        ("look no more", (store, ticket) => LookAsync(store, ticket, null)),
        ("drop early", (store, ticket) => store.DropDueAsync(new(ticket, Early), CancellationToken.None)),
        ("drop late", (store, ticket) => store.DropDueAsync(new(ticket, Late), CancellationToken.None)),
    ];

    public static TheoryData<string, bool> Beginnings => new()
    {
        { "nothing", false },
        { "nothing", true },
        { "look early", false },
        { "look early", true },
        { "look no more", true },
    };

    [SkippableTheory]
    [MemberData(nameof(Beginnings))]
    public async Task TwoAtOnce_AnyWorkBetweenAnyTwoRequests_NeverLosesTheRowThatTheStateNeeds(string beginning, bool withSpares)
    {
        var account = await TableAccount.NewAsync(azurite);
        var other = account.TicketStore();
        foreach (var first in Works)
        {
            foreach (var second in Works)
            {
                for (var after = 1; after <= MostRequests; after++)
                {
                    var ticket = $"{first.Name}, after {after} {second.Name}";
                    if (Array.Find(Works, work => work.Name == beginning) is { Do: not null } before) await before.Do(other, ticket);
                    if (withSpares) await PlantAsync(account, ticket);

                    var wire = new Wire { Meanwhile = number => number == after ? second.Do(other, ticket) : Task.CompletedTask };
                    await first.Do(account.TicketStore(wire), ticket);

                    if (await other.LoadAsync(ticket, CancellationToken.None) is { State.NextLook: { } look })
                        Assert.Contains(new(ticket, look), await other.ReadDueAsync(Instant.MaxValue, 1_000, CancellationToken.None));
                    if (wire.Requests < after) break;
                }
            }
        }
    }

    private static async Task PlantAsync(TableAccount account, string ticket)
    {
        var index = account.DueIndex();
        var confirmed = (await account.TicketStore().LoadAsync(ticket, CancellationToken.None))?.State.NextLook;
        foreach (var look in new[] { Early, Late }.Where(look => look != confirmed))
            await index.WriteAsync(ticket, look, CancellationToken.None);
    }

    private static async Task LookAsync(ITicketStore store, string ticket, Instant? look)
    {
        while (true)
        {
            var before = await store.LoadAsync(ticket, CancellationToken.None);
            if (await store.CommitAsync(new(ticket, [], new() { NextLook = look }, before?.Tag), CancellationToken.None)) return;
        }
    }
}
