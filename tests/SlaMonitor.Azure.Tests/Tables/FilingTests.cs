using SlaMonitor.Azure.Tables;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;
using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.Azure.Tests.Tables;

/// <summary>
/// Two who file the outcomes of one ticket: the second comes between any two requests of the first, or after the first has died there.
/// What is filed in the end is what the ticket's state says, or the ticket is known to be uncertain.
/// </summary>
[Collection(AzuriteCollection.Name)]
public sealed class FilingTests(AzuriteFixture azurite)
{
    private const int MostRequests = 8;

    private static readonly Instant Early = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Instant Late = Early + Duration.FromHours(1);

    /// <summary>What one of them may want, and what is filed then.</summary>
    private static readonly (string Name, Instant? Look, Func<string, ShelfRow[]> Rows)[] Works =
    [
        ("open", Early, ticket => [Row(Shelf.Open, ticket, "a", Early), Row(Shelf.Open, ticket, "b", Late)]),
        ("decided", Late, ticket => [Row(Shelf.Decided, ticket, "a", Early), Row(Shelf.Open, ticket, "b", Late)]),
        ("settled", null, ticket => [Row(Shelf.Decided, ticket, "a", Early), Row(Shelf.Decided, ticket, "b", Early)]),
        ("gone", Early, _ => []),
    ];

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TwoAtOnce_BetweenAnyTwoRequests_WhatIsFiledIsTrueOrKnownNotToBe(bool firstDies)
    {
        foreach (var beginning in Works)
        {
            var account = await TableAccount.NewAsync(azurite);
            var (other, shelves) = (account.TicketStore(), account.Shelves());
            foreach (var (first, second) in Works.SelectMany(first => Works, (first, second) => (first, second)))
            {
                for (var after = 1; after <= MostRequests; after++)
                {
                    var ticket = $"{beginning.Name}, {first.Name}, after {after} {second.Name}";
                    await WorkAsync(other, ticket, beginning.Name);

                    var wire = firstDies
                        ? new Wire { FailAt = after, AfterTheRequest = after % 2 == 0, ForGood = true }
                        : new Wire { Meanwhile = n => n == after ? WorkAsync(other, ticket, second.Name) : Task.CompletedTask };
                    await LiveAsync(() => WorkAsync(account.TicketStore(wire, retries: !firstDies), ticket, first.Name));
                    if (firstDies && after % 3 != 0) await WorkAsync(other, ticket, second.Name);

                    await MendAsync(other, shelves);
                    var state = (await other.LoadAsync(ticket, CancellationToken.None))!.State.FiredSteps[0].ToString();
                    Assert.Equal(RowsOf(state, ticket).Select(row => $"{row}"), await FiledAsync(shelves, ticket));
                    if (wire.Requests < after) break;
                }
            }
        }
    }

    [SkippableFact]
    public async Task CommitAsync_NumberOfShardsWasRaised_WhatIsFiledMovesToTheNewShard()
    {
        var account = await TableAccount.NewAsync(azurite);
        var tickets = Enumerable.Range(0, 8).Select(n => $"T-{n}").ToList();
        foreach (var ticket in tickets) await WorkAsync(account.TicketStore(shards: 2), ticket, "open");

        foreach (var ticket in tickets) await WorkAsync(account.TicketStore(shards: 16), ticket, "decided");

        Assert.Equal(
            tickets.SelectMany(ticket => RowsOf("decided", ticket)).Select(row => $"{row}").Order(StringComparer.Ordinal),
            await ShelfContents.ReadAsync(account.Shelves(shards: 16), "office"));
    }

    private static async Task<IEnumerable<string>> FiledAsync(TablePromiseShelves shelves, string ticket) =>
        (await ShelfContents.ReadAsync(shelves, "office")).Where(
            row => row.Contains($"TicketId = {ticket}, Clock", StringComparison.Ordinal));

    private static async Task LiveAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (StoreUnavailableException)
        {
            // It has died.
        }
    }

    private static async Task MendAsync(TableTicketStore tickets, TablePromiseShelves shelves)
    {
        foreach (var id in await shelves.ReadUncertainAsync(1_000, CancellationToken.None))
        {
            var ticket = await tickets.LoadAsync(id, CancellationToken.None);
            var commit = new TicketCommit(id, [], ticket!.State, ticket.Tag)
            {
                Outcomes = RowsOf(ticket.State.FiredSteps[0].ToString(), id),
                FilesAllAnew = true,
            };
            Assert.True(await tickets.CommitAsync(commit, CancellationToken.None));
        }

        Assert.Empty(await shelves.ReadUncertainAsync(1_000, CancellationToken.None));
    }

    private static async Task WorkAsync(TableTicketStore store, string ticket, string name)
    {
        var work = Array.Find(Works, one => one.Name == name);
        while (true)
        {
            var before = await store.LoadAsync(ticket, CancellationToken.None);
            var state = new MonitoringState { NextLook = work.Look, FiredSteps = [new StepId(name)] };
            var commit = new TicketCommit(ticket, [], state, before?.Tag) { Outcomes = work.Rows(ticket) };
            if (await store.CommitAsync(commit, CancellationToken.None)) return;
        }
    }

    private static ShelfRow[] RowsOf(string name, string ticket) =>
        [.. Array.Find(Works, one => one.Name == name).Rows(ticket).OrderBy(row => $"{row}", StringComparer.Ordinal)];

    private static ShelfRow Row(Shelf shelf, string ticket, string clock, Instant at) => new(shelf, "office", ticket, clock, at, "{}");
}
