using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;

namespace SlaMonitor.Azure.Tables.Rows;

/// <summary>
/// Texts of any length in a row. A text column ends at 32 Ki characters; a longer text is kept as gzip of its UTF-8 in numbered columns of
/// 64 KiB: <c>ChangeGz1</c>, <c>ChangeGz2</c> and so on in place of <c>Change</c>.
/// </summary>
internal static class TextColumns
{
    /// <summary>The longest text that stays legible.</summary>
    public const int LongestPlain = 32_000;

    private const int PartBytes = 64 * 1024;

    /// <summary>Writes a text; of <c>null</c>, nothing.</summary>
    public static void SetText(this TableEntity row, string column, string? text)
    {
        if (text is null) return;
        if (text.Length <= LongestPlain)
        {
            row[column] = text;
            return;
        }

        var number = 0;
        foreach (var part in Compress(text).Chunk(PartBytes)) row[PartColumn(column, ++number)] = part;
    }

    /// <summary>Reads a text; <c>null</c> where the row has none.</summary>
    public static string? FindText(this TableEntity row, string column)
    {
        if (row.GetString(column) is { } plain) return plain;

        using var compressed = new MemoryStream();
        for (var number = 1; row.GetBinary(PartColumn(column, number)) is { } part; number++) compressed.Write(part);
        return compressed.Length == 0 ? null : Decompress(compressed);
    }

    /// <summary>Reads a text that every row of the kind has.</summary>
    /// <exception cref="InvalidDataException">Somebody else wrote this row, or took the column out of it.</exception>
    public static string GetText(this TableEntity row, string column) =>
        row.FindText(column)
        ?? throw new InvalidDataException($"The row '{row.RowKey}' of partition '{row.PartitionKey}' has no column {column}.");

    private static string PartColumn(string column, int number) => $"{column}Gz{number}";

    private static byte[] Compress(string text)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return compressed.ToArray();
    }

    private static string Decompress(MemoryStream compressed)
    {
        compressed.Position = 0;
        using var reader = new StreamReader(new GZipStream(compressed, CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
