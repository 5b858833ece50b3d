using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables;
using SlaMonitor.Azure.Tables.Rows;

namespace SlaMonitor.Azure.Tests.Scale;

/// <summary>One table in memory. A request is counted and takes its time; what it does is then done at once.</summary>
internal sealed partial class MemoryTable(MemoryTables service, string name) : TableClient
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SortedDictionary<string, TableEntity>> _partitions = new(StringComparer.Ordinal);
    private int _writes;

    public override string Name => name;

    /// <summary>All its rows; no request.</summary>
    public IEnumerable<TableEntity> Rows => _partitions.Values.SelectMany(partition => partition.Values);

    public void CopyTo(MemoryTable other)
    {
        foreach (var row in Rows) other.Partition(row.PartitionKey).Add(row.RowKey, row);
    }

    public override async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
    {
        await PassAsync(cancellationToken);
        lock (_lock) return new MemoryRow<T>((T?)(ITableEntity?)(Find(partitionKey, rowKey) is { } row ? Copy(row) : null));
    }

    public override AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
    {
        if (filter == StateRow.OpenFilter)
        {
            lock (_lock) return new MemoryScan<T>(PassAsync, [.. Rows.Where(IsOpen).Select(Copy)], maxPerPage ?? 1_000);
        }

        var asked = Filter().Match(filter!);
        if (!asked.Success) throw new NotSupportedException(filter);

        var before = asked.Groups["row"];
        return new MemoryRows<T>(Pages(Unquote(asked.Groups["partition"]), before.Success ? Unquote(before) : null));

        async IAsyncEnumerable<T> Pages(string partition, string? end)
        {
            for (string? last = null; ;)
            {
                await PassAsync(cancellationToken);
                var page = Read(partition, last, end, maxPerPage ?? 1_000);
                foreach (var row in page) yield return (T)(ITableEntity)Copy(row);
                if (page.Count < (maxPerPage ?? 1_000)) break;
                last = page[^1].RowKey;
            }
        }
    }

    public override async Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
    {
        await PassAsync(cancellationToken);
        lock (_lock) return Put((TableEntity)(ITableEntity)entity, mode);
    }

    public override async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
    {
        await PassAsync(cancellationToken);
        lock (_lock)
        {
            ThrowIfThere(entity);
            return Put((TableEntity)(ITableEntity)entity, TableUpdateMode.Replace);
        }
    }

    public override async Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
    {
        await PassAsync(cancellationToken);
        lock (_lock)
        {
            ThrowIfChanged(entity.PartitionKey, entity.RowKey, ifMatch);
            return Put((TableEntity)(ITableEntity)entity, mode);
        }
    }

    public override async Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        await PassAsync(cancellationToken);
        lock (_lock)
        {
            if (Find(partitionKey, rowKey) is null) return new MemoryResponse(404, null);

            ThrowIfChanged(partitionKey, rowKey, ifMatch);
            return Remove(new TableEntity(partitionKey, rowKey));
        }
    }

    public override async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        await PassAsync(cancellationToken);
        var actions = transactionActions.ToList();
        lock (_lock)
        {
            foreach (var action in actions)
            {
                if (action.ActionType == TableTransactionActionType.Add) ThrowIfThere(action.Entity);
                else if (action.ActionType is TableTransactionActionType.UpdateReplace or TableTransactionActionType.Delete)
                    ThrowIfChanged(action.Entity.PartitionKey, action.Entity.RowKey, action.ETag);
                else if (action.ActionType != TableTransactionActionType.UpsertReplace)
                    throw new NotSupportedException($"{action.ActionType}");
            }

            var written = actions.ConvertAll<Response>(action => action.ActionType == TableTransactionActionType.Delete
                ? Remove(action.Entity)
                : Put((TableEntity)action.Entity, TableUpdateMode.Replace));
            return Response.FromValue<IReadOnlyList<Response>>(written, written[0]);
        }
    }

    private async Task PassAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await service.PassAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private List<TableEntity> Read(string partition, string? after, string? end, int limit)
    {
        lock (_lock)
        {
            return
            [
                .. Partition(partition)
                    .SkipWhile(row => after is not null && string.CompareOrdinal(row.Key, after) <= 0)
                    .TakeWhile(row => end is null || string.CompareOrdinal(row.Key, end) < 0)
                    .Take(limit)
                    .Select(row => row.Value),
            ];
        }
    }

    private MemoryResponse Put(TableEntity entity, TableUpdateMode mode)
    {
        var row = mode == TableUpdateMode.Merge && Find(entity.PartitionKey, entity.RowKey) is { } present ? Copy(present) : [];
        foreach (var (column, value) in entity) row[column] = value;
        row.ETag = new ETag($"W/\"{++_writes}\"");
        Partition(entity.PartitionKey)[entity.RowKey] = row;
        return new MemoryResponse(204, row.ETag);
    }

    private MemoryResponse Remove(ITableEntity entity)
    {
        Partition(entity.PartitionKey).Remove(entity.RowKey);
        return new MemoryResponse(204, null);
    }

    private void ThrowIfThere(ITableEntity entity)
    {
        if (Find(entity.PartitionKey, entity.RowKey) is not null) throw Conflict(409, "EntityAlreadyExists");
    }

    private void ThrowIfChanged(string partition, string row, ETag expected)
    {
        if (Find(partition, row) is not { } present) throw Conflict(404, "ResourceNotFound");
        if (expected != ETag.All && present.ETag != expected) throw Conflict(412, "UpdateConditionNotSatisfied");
    }

    private RequestFailedException Conflict(int status, string code)
    {
        service.Conflicts++;
        return new RequestFailedException(status, code, code, null);
    }

    private TableEntity? Find(string partition, string row) => Partition(partition).GetValueOrDefault(row);

    private SortedDictionary<string, TableEntity> Partition(string key)
    {
        if (!_partitions.TryGetValue(key, out var partition)) _partitions.Add(key, partition = new(StringComparer.Ordinal));
        return partition;
    }

    private static TableEntity Copy(TableEntity row) => new(row);

    private static bool IsOpen(TableEntity row) => row.RowKey == StateRow.Key && row.GetBoolean("Settled") != true;

    private static string Unquote(Group quoted) => quoted.Value.Replace("''", "'", StringComparison.Ordinal);

    [GeneratedRegex("^PartitionKey eq '(?<partition>(?:[^']|'')*)'(?: and RowKey lt '(?<row>(?:[^']|'')*)')?$")]
    private static partial Regex Filter();
}
