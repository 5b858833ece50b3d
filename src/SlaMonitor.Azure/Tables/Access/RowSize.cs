using Azure.Data.Tables;

namespace SlaMonitor.Azure.Tables.Access;

/// <summary>How large a row is, by the published formulas: stored, and at most on its way.</summary>
internal static class RowSize
{
    /// <summary>The largest row that Table storage keeps, in bytes.</summary>
    public const int LargestStored = 1024 * 1024;

    /// <summary>The most of its own columns that a row has: 255 without keys and timestamp.</summary>
    public const int MostColumns = 252;

    /// <summary>The longest text of a column, in UTF-16 units.</summary>
    public const int LongestText = 32 * 1024;

    /// <summary>The largest binary column, in bytes.</summary>
    public const int LargestBinary = 64 * 1024;

    // The lines of MIME and HTTP about a row in a transaction, with the address in it.
    private const int Envelope = 1_000;

    /// <summary>Bytes in the table: texts are UTF-16 there.</summary>
    public static int Stored(TableEntity row) =>
        4
        + (2 * (row.PartitionKey.Length + row.RowKey.Length))
        + Columns(row).Sum(column => 8 + (2 * column.Key.Length) + StoredValue(column.Value));

    /// <summary>
    /// Bytes in a transaction's body, never fewer than there will be: the client writes what is not plain ASCII as <c>\uXXXX</c>.
    /// </summary>
    public static int Sent(TableEntity row) =>
        Envelope
        + (6 * (row.PartitionKey.Length + row.RowKey.Length))
        + Columns(row).Sum(column => 40 + (2 * column.Key.Length) + SentValue(column.Value));

    /// <summary>The columns that are the row's own.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Columns(TableEntity row) =>
        row.Where(column => column.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag"));

    private static int StoredValue(object value) => value switch
    {
        string text => 4 + (2 * text.Length),
        byte[] bytes => 4 + bytes.Length,
        _ => 16,
    };

    private static int SentValue(object value) => value switch
    {
        string text => text.Sum(c => char.IsAsciiLetterOrDigit(c) ? 1 : 6),
        byte[] bytes => 4 * (bytes.Length + 2) / 3,
        _ => 40,
    };
}
