using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Promises;

namespace SlaMonitor.StoreContracts;

/// <summary>All that is filed, and what has to be: worked out from the logs.</summary>
public static class ShelfContents
{
    private static readonly Instant Always = Instant.FromUtc(1, 1, 1, 0, 0);

    /// <summary>What is on all shelves of some agreements, one line for each row, in order.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(IPromiseShelves shelves, params string[] agreements)
    {
        var rows = new List<ShelfRow>(await OpenAsync(shelves, 1_000));
        foreach (var agreement in agreements)
        {
            foreach (var shelf in new[] { Shelf.Decided, Shelf.Tickets })
                rows.AddRange(await ReadAsync(shelves, shelf, agreement, Always, Instant.MaxValue));
        }

        return Lines(rows);
    }

    /// <summary>The rows of one shelf.</summary>
    public static async Task<IReadOnlyList<ShelfRow>> ReadAsync(
        IPromiseShelves shelves, Shelf shelf, string agreement, Instant from, Instant to)
    {
        var rows = new List<ShelfRow>();
        await foreach (var row in shelves.ReadAsync(shelf, agreement, from, to, CancellationToken.None)) rows.Add(row);
        return rows;
    }

    /// <summary>The open shelf, in pages of a size.</summary>
    public static async Task<IReadOnlyList<ShelfRow>> OpenAsync(IPromiseShelves shelves, int pageSize)
    {
        var rows = new List<ShelfRow>();
        for (string? after = null; ;)
        {
            var page = await shelves.ReadOpenAsync(after, pageSize, CancellationToken.None);
            Assert.InRange(page.Rows.Count, 0, pageSize);
            rows.AddRange(page.Rows);
            if (page.Next is null) return rows;
            after = page.Next;
        }
    }

    /// <summary>What has to be filed by the logs of tickets, in the form of <see cref="ReadAsync(IPromiseShelves, string[])"/>.</summary>
    public static async Task<IReadOnlyList<string>> WorkedOutAsync(
        ITicketStore store, AgreementBook book, Instant now, params string[] tickets)
    {
        var rows = new List<ShelfRow>();
        foreach (var id in tickets)
        {
            if (await store.LoadAsync(id, CancellationToken.None) is { } ticket)
                rows.AddRange(OutcomeRows.Of(TicketAssessment.Of(ticket.Events, ticket.State.FiredSteps, book, now)));
        }

        return Lines(rows);
    }

    private static List<string> Lines(IEnumerable<ShelfRow> rows) => [.. rows.Select(row => $"{row}").Order(StringComparer.Ordinal)];
}
