using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.Azure.Tests.Tables;

[Collection(AzuriteCollection.Name)]
public sealed class ShardTests(AzuriteFixture azurite)
{
    private static readonly Instant Nine = Instant.FromUtc(2026, 3, 2, 9, 0);

    [SkippableFact]
    public async Task MoreShards_EntriesOfBefore_AreReadMovedAndDropped()
    {
        var account = await TableAccount.NewAsync(azurite);
        var few = account.TicketStore(shards: 2);
        var ids = Enumerable.Range(0, 20).Select(n => $"T-{n}").ToArray();
        foreach (var id in ids) await few.CommitAsync(new(id, [], new() { NextLook = Nine }, null), CancellationToken.None);

        var many = account.TicketStore(shards: 64);
        Assert.Equal(20, (await many.ReadDueAsync(Instant.MaxValue, 100, CancellationToken.None)).Count);

        foreach (var id in ids)
        {
            var ticket = await many.LoadAsync(id, CancellationToken.None);
            Assert.True(await many.CommitAsync(
                new(id, [], new() { NextLook = Nine + Duration.FromHours(1) }, ticket!.Tag), CancellationToken.None));
        }

        var due = await many.ReadDueAsync(Instant.MaxValue, 100, CancellationToken.None);
        Assert.Equal(ids.Order(StringComparer.Ordinal), due.Select(entry => entry.TicketId));
        Assert.All(due, entry => Assert.Equal(Nine + Duration.FromHours(1), entry.Due));
    }

    [SkippableFact]
    public async Task DropDueAsync_SpareOfAnotherNumberOfShards_IsGone()
    {
        var account = await TableAccount.NewAsync(azurite);
        DueTicket[] spares = [.. Enumerable.Range(0, 10).Select(n => new DueTicket($"T-{n}", Nine))];
        foreach (var spare in spares) await account.DueIndex().WriteAsync(spare.TicketId, spare.Due, CancellationToken.None);

        var many = account.TicketStore(shards: 64);
        foreach (var spare in spares) await many.DropDueAsync(spare, CancellationToken.None);

        Assert.Empty(await many.ReadDueAsync(Instant.MaxValue, 100, CancellationToken.None));
    }

    [SkippableFact]
    public async Task Tickets_AreSpreadOverAllShards()
    {
        const int Shards = 16;
        var account = await TableAccount.NewAsync(azurite);
        var index = account.DueIndex(Shards);
        var entries = await Task.WhenAll(Enumerable.Range(0, 320).Select(n => index.WriteAsync($"HD-{n}", Nine, CancellationToken.None)));

        var ofShards = entries.GroupBy(entry => entry.Shard, StringComparer.Ordinal).ToList();
        Assert.Equal(Shards, ofShards.Count);
        Assert.All(ofShards, shard => Assert.InRange(shard.Count(), 5, 40));
    }
}
