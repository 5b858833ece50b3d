using System.Threading.Channels;
using Azure;
using Azure.Data.Tables;

namespace SlaMonitor.Azure.Tables.Access;

/// <summary>
/// One table, as the stores use it: every write passes the guards, a conflict is an answer and not an exception, and an outage is a
/// <see cref="Monitoring.Ports.StoreUnavailableException"/>.
/// </summary>
internal sealed class TableAccess(TableClient table)
{
    /// <summary>The most rows of one answer.</summary>
    private const int PageSize = 1_000;

    /// <summary>One row, or <c>null</c>.</summary>
    public Task<TableEntity?> FindAsync(string partition, string row, CancellationToken cancellationToken) => RunAsync(
        async () =>
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, select: null, cancellationToken);
            return found.HasValue ? found.Value : null;
        },
        cancellationToken);

    /// <summary>The rows of a partition in the order of their keys, page by page as far as they are wanted.</summary>
    public Task<IReadOnlyList<TableEntity>> ReadAsync(
        string partition, string? before, int limit, CancellationToken cancellationToken) => RunAsync<IReadOnlyList<TableEntity>>(
        async () =>
        {
            var filter = before is null
                ? TableClient.CreateQueryFilter($"PartitionKey eq {partition}")
                : TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey lt {before}");
            var rows = new List<TableEntity>();
            await foreach (var row in table.QueryAsync<TableEntity>(filter, Math.Min(limit, PageSize), select: null, cancellationToken))
            {
                rows.Add(row);
                if (rows.Count == limit) break;
            }

            return rows;
        },
        cancellationToken);

    /// <summary>The rows of a partition whose keys lie in a range, in the order of their keys, as far as they are wanted.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="range">The first key, and the key before which it ends.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops.</param>
    public Task<IReadOnlyList<TableEntity>> ReadAsync(
        string partition, (string From, string Before) range, int limit, CancellationToken cancellationToken) =>
        RunAsync<IReadOnlyList<TableEntity>>(
            async () =>
            {
                var rows = new List<TableEntity>();
                await foreach (var row in Query(partition, range, Math.Min(limit, PageSize), cancellationToken))
                {
                    rows.Add(row);
                    if (rows.Count == limit) break;
                }

                return rows;
            },
            cancellationToken);

    /// <summary>Reads all rows of a partition whose keys lie in a range, and hands each on.</summary>
    public Task ReadToAsync(
        string partition, (string From, string Before) range, ChannelWriter<TableEntity> rows, CancellationToken cancellationToken) =>
        RunAsync(
            async () =>
            {
                await foreach (var row in Query(partition, range, PageSize, cancellationToken))
                    await rows.WriteAsync(row, cancellationToken);
                return true;
            },
            cancellationToken);

    /// <summary>One page of the rows that a filter finds in the whole table.</summary>
    /// <param name="filter">The filter; <c>null</c>: all rows.</param>
    /// <param name="columns">The columns that are wanted; <c>null</c>: all.</param>
    /// <param name="token">Where the page before ended; <c>null</c> for the first.</param>
    /// <param name="most">How many rows at most. A page may hold fewer, or none, and still not be the last.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="ArgumentException"><paramref name="token"/> is none that the service gave out.</exception>
    public Task<(IReadOnlyList<TableEntity> Rows, string? Token)> ScanAsync(
        string? filter, IReadOnlyList<string>? columns, string? token, int most, CancellationToken cancellationToken) =>
        RunAsync<(IReadOnlyList<TableEntity> Rows, string? Token)>(
        async () =>
        {
            var pages = table.QueryAsync<TableEntity>(filter, Math.Min(most, PageSize), columns, cancellationToken).AsPages(token);
            try
            {
                await foreach (var page in pages) return (page.Values, page.ContinuationToken);
            }
            catch (RequestFailedException e) when (e.Status == 400 && token is not null)
            {
                throw new ArgumentException($"'{token}' is no place in the table.", nameof(token), e);
            }

            return ([], null);
        },
        cancellationToken);

    /// <summary>Writes a row whatever was there, and gives back its new ETag.</summary>
    public Task<ETag> PutAsync(TableEntity row, CancellationToken cancellationToken)
    {
        RowGuard.ThrowIfWrong(row);
        return RunAsync(
            async () => TagOf(await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken)), cancellationToken);
    }

    /// <summary>Writes a row where there is none; <c>false</c> where there is one.</summary>
    public Task<bool> TryAddAsync(TableEntity row, CancellationToken cancellationToken)
    {
        RowGuard.ThrowIfWrong(row);
        return TryAsync(() => table.AddEntityAsync(row, cancellationToken), cancellationToken);
    }

    /// <summary>Changes a row; <c>false</c> where it is not the one that was read any more.</summary>
    public Task<bool> TryUpdateAsync(TableEntity row, ETag expected, TableUpdateMode mode, CancellationToken cancellationToken)
    {
        RowGuard.ThrowIfWrong(row);
        return TryAsync(() => table.UpdateEntityAsync(row, expected, mode, cancellationToken), cancellationToken);
    }

    /// <summary>
    /// Deletes a row; <c>false</c> where it is not the one that was read any more. One that is gone already is as good as deleted.
    /// </summary>
    public Task<bool> TryDeleteAsync(string partition, string row, ETag expected, CancellationToken cancellationToken) =>
        TryAsync(() => table.DeleteEntityAsync(partition, row, expected, cancellationToken), cancellationToken);

    /// <summary>Writes several rows of one partition, all or none.</summary>
    /// <returns>
    /// The new ETag of each, the default one of what was deleted; <c>null</c> where any of them was not as expected, and nothing was
    /// written.
    /// </returns>
    public async Task<IReadOnlyList<ETag>?> TrySubmitAsync(
        IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        RowGuard.ThrowIfWrong(actions);
        try
        {
            return await RunAsync(
                async () => (IReadOnlyList<ETag>)
                    [.. (await table.SubmitTransactionAsync(actions, cancellationToken)).Value.Zip(actions, TagOf)],
                cancellationToken);
        }
        catch (RequestFailedException e) when (TableOutage.IsConflict(e))
        {
            return null;
        }
    }

    private AsyncPageable<TableEntity> Query(
        string partition, (string From, string Before) range, int pageSize, CancellationToken cancellationToken) =>
        table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {range.From} and RowKey lt {range.Before}"),
            pageSize, select: null, cancellationToken);

    private async Task<bool> TryAsync(Func<Task<Response>> write, CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(write, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (TableOutage.IsConflict(e))
        {
            return false;
        }
    }

    private Task<T> RunAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken) =>
        TableOutage.RunAsync(table.Name, call, cancellationToken);

    private static ETag TagOf(Response written, TableTransactionAction action) =>
        action.ActionType == TableTransactionActionType.Delete ? default : TagOf(written);

    private static ETag TagOf(Response written) =>
        written.Headers.ETag ?? throw new InvalidDataException("Table storage has written a row and not said its ETag.");
}
