using Azure;
using Azure.Data.Tables;
using SlaMonitor.Azure.Tables.Access;
using SlaMonitor.Azure.Tables.Rows;

namespace SlaMonitor.Azure.Tables;

/// <summary>
/// Files the outcomes of a ticket beside its row of the due index, in two requests that a commit which moves the due time makes anyway:
/// before the ticket's own transaction it says that it is about to (<see cref="FilingRow"/>), after it, all rows change at once.
/// </summary>
/// <param name="table">The table of the due index.</param>
internal sealed class OutcomeShelves(TableAccess table)
{
    private const int MostAttempts = 5;

    // What is left for the row that says who is filing.
    private const int MostBytes = RowGuard.LargestBody / 2;

    /// <summary>
    /// Says that a ticket's outcomes are about to be filed, and writes its row of the due index in the same request.
    /// </summary>
    /// <param name="filing">What is to be filed.</param>
    /// <param name="due">The ticket's new row of the due index; <c>null</c> where it does not move.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>
    /// What was begun; <c>null</c> where others are at the same ticket and never done.
    /// </returns>
    public async Task<BegunFiling?> BeginAsync(Filing filing, TableEntity? due, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var present = attempt == 0
                ? null
                : await table.FindAsync(filing.Shard, FilingRow.KeyOf(filing.TicketId), cancellationToken);
            var all = present is null ? filing : filing.AllAnew(FilingRow.KeysOf(present));
            var row = FilingRow.Of(filing.Shard, filing.TicketId, all.MayBeFiled);
            var mark = present is null
                ? new TableTransactionAction(TableTransactionActionType.Add, row)
                : new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, present.ETag);
            TableTransactionAction[] actions =
                due is null ? [mark] : [mark, new TableTransactionAction(TableTransactionActionType.UpsertReplace, due)];
            if (await table.TrySubmitAsync(actions, cancellationToken) is not { } tags) continue;

            return new(all, tags[0], due is null ? null : tags[1], IsFresh: present is null);
        }

        return null;
    }

    /// <summary>
    /// Files what was begun, once the ticket is committed, and deletes its old row of the due index. Where somebody else has taken the
    /// filing over meanwhile, they do it.
    /// </summary>
    /// <returns>Whether the old row of the due index is gone with it.</returns>
    public async Task<bool> EndAsync(BegunFiling begun, DueEntry? old, string ticketId, CancellationToken cancellationToken)
    {
        var filing = begun.Filing;
        foreach (var (shard, key) in filing.Elsewhere) await table.TryDeleteAsync(shard, key, ETag.All, cancellationToken);

        var takesOld = old is not null && old.Shard == filing.Shard;
        TableTransactionAction[] oldRow = takesOld ? [Delete(filing.Shard, DueRow.Key(new(ticketId, old!.Due)), old.Tag)] : [];
        if (await TryFileAsync(begun, filing.Deletes, oldRow, cancellationToken)) return takesOld;

        // A row that was to be deleted is not there, the due row was written anew, or the filing is somebody else's now.
        var present = await table.FindAsync(filing.Shard, FilingRow.KeyOf(ticketId), cancellationToken);
        if (present is null || present.ETag != begun.Mark) return false;

        var there = new List<string>();
        foreach (var key in filing.Deletes)
        {
            if (await table.FindAsync(filing.Shard, key, cancellationToken) is not null) there.Add(key);
        }

        await TryFileAsync(begun, there, [], cancellationToken);
        return false;
    }

    /// <summary>Takes back what was begun, where the ticket was not committed: what is filed is as it was.</summary>
    public async Task WithdrawAsync(BegunFiling begun, CancellationToken cancellationToken)
    {
        // What another one had begun stays: nobody knows how far they came.
        if (!begun.IsFresh) return;
        await table.TryDeleteAsync(
            begun.Filing.Shard, FilingRow.KeyOf(begun.Filing.TicketId), begun.Mark, cancellationToken);
    }

    private async Task<bool> TryFileAsync(
        BegunFiling begun, IEnumerable<string> deletes, TableTransactionAction[] more, CancellationToken cancellationToken)
    {
        var filing = begun.Filing;
        var mark = Delete(filing.Shard, FilingRow.KeyOf(filing.TicketId), begun.Mark);
        var batches = Batches(
            [
                .. deletes.Select(key => Delete(filing.Shard, key, ETag.All)),
                .. filing.Puts.Select(
                    row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, OutcomeRow.Of(filing.Shard, row))),
            ],
            [.. more, mark]);
        foreach (var batch in batches)
        {
            if (await table.TrySubmitAsync(batch, cancellationToken) is null) return false;
        }

        return true;
    }

    /// <summary>Nearly always one batch. The mark goes with the last: until then it says that not all is filed.</summary>
    private static List<List<TableTransactionAction>> Batches(
        IEnumerable<TableTransactionAction> actions, IReadOnlyList<TableTransactionAction> last)
    {
        var batches = new List<List<TableTransactionAction>> { new() };
        var size = 0;
        foreach (var action in actions)
        {
            var bytes = RowSize.Sent((TableEntity)action.Entity);
            if (batches[^1].Count + last.Count >= RowGuard.MostRows || size + bytes > MostBytes)
            {
                batches.Add([]);
                size = 0;
            }

            batches[^1].Add(action);
            size += bytes;
        }

        batches[^1].AddRange(last);
        return batches;
    }

    private static TableTransactionAction Delete(string shard, string key, ETag tag) =>
        new(TableTransactionActionType.Delete, new TableEntity(shard, key), tag);
}
