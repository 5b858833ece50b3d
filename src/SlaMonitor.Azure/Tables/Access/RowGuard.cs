using Azure.Data.Tables;

namespace SlaMonitor.Azure.Tables.Access;

/// <summary>
/// What Table storage refuses, refused here: the emulator lets much of it through, and tests against it would never tell.
/// </summary>
internal static class RowGuard
{
    /// <summary>The most rows of a transaction.</summary>
    public const int MostRows = 100;

    /// <summary>The largest body of a transaction, in bytes.</summary>
    public const int LargestBody = 4 * 1024 * 1024;

    /// <summary>Refuses a transaction over several partitions, of too many rows or too many bytes, or with one row twice.</summary>
    /// <exception cref="InvalidOperationException">A mistake of the program; the message says which.</exception>
    public static void ThrowIfWrong(IReadOnlyList<TableTransactionAction> actions)
    {
        foreach (var action in actions) ThrowIfWrong((TableEntity)action.Entity);

        if (actions.Count is 0 or > MostRows)
            throw new InvalidOperationException($"A transaction has 1 to {MostRows} rows, not {actions.Count}.");
        if (actions.DistinctBy(action => action.Entity.PartitionKey, StringComparer.Ordinal).Count() > 1)
            throw new InvalidOperationException("A transaction stays within one partition.");
        if (actions.DistinctBy(action => action.Entity.RowKey, StringComparer.Ordinal).Count() < actions.Count)
            throw new InvalidOperationException("A transaction names each row once.");
        if (actions.Sum(action => RowSize.Sent((TableEntity)action.Entity)) is var size and > LargestBody)
            throw new InvalidOperationException($"A transaction has at most {LargestBody} bytes, not {size}.");
    }

    /// <summary>Refuses a row that is too large, or a key or column of it.</summary>
    /// <exception cref="InvalidOperationException">The row cannot be kept; the message says why.</exception>
    public static void ThrowIfWrong(TableEntity row)
    {
        ThrowIfWrongKey(row.PartitionKey, row);
        ThrowIfWrongKey(row.RowKey, row);
        foreach (var (column, value) in RowSize.Columns(row))
        {
            if (value is string { Length: > RowSize.LongestText } or byte[] { Length: > RowSize.LargestBinary })
                throw new InvalidOperationException($"Column {column} of {Name(row)} is over 64 KiB.");
        }

        if (RowSize.Columns(row).Count() > RowSize.MostColumns)
            throw new InvalidOperationException($"It cannot be kept: {Name(row)} has over {RowSize.MostColumns} columns.");
        if (RowSize.Stored(row) is var size and > RowSize.LargestStored)
            throw new InvalidOperationException(
                $"It cannot be kept: {Name(row)} has {size} bytes; Table storage keeps rows of at most {RowSize.LargestStored}.");
    }

    private static void ThrowIfWrongKey(string key, TableEntity row)
    {
        const int Longest = 512;
        if (key.Length > Longest || key.Any(c => c is '/' or '\\' or '#' or '?' || char.IsControl(c)))
            throw new InvalidOperationException(
                $"It cannot be kept: {Name(row)} has a key that is over {Longest} characters long or has one of / \\ # ? in it.");
    }

    private static string Name(TableEntity row) => $"the row '{row.RowKey}' of partition '{row.PartitionKey}'";
}
