using Azure.Data.Tables;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Azure.Tables.Rows;

/// <summary>
/// Times in rows and keys: UTC to the 100 ns of <see cref="StoredInstant"/>, always of the same length, so that the order of the texts is
/// the order of the times (from the year 0 on).
/// </summary>
internal static class InstantColumns
{
    private static readonly InstantPattern Sortable =
        InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fffffff'Z'");

    /// <summary>How long every such text is.</summary>
    public static int Length { get; } = Text(default).Length;

    public static string Text(Instant instant) => Sortable.Format(StoredInstant.Truncate(instant));

    public static Instant Parse(string text) => Sortable.Parse(text).GetValueOrThrow();

    public static void SetInstant(this TableEntity row, string column, Instant instant) => row[column] = Text(instant);

    public static Instant? FindInstant(this TableEntity row, string column) => row.GetString(column) is { } text ? Parse(text) : null;

    public static Instant GetInstant(this TableEntity row, string column) => Parse(row.GetText(column));
}
