using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.Tables.Rows;

/// <summary>
/// What is filed of a ticket, as the row of its state remembers it: a commit knows by it, without reading, which rows to write and to
/// delete.
/// </summary>
/// <param name="Shard">The shard that the rows are in.</param>
/// <param name="Marks">The key of each row, with what tells its content from another (<see cref="OutcomeRow.MarkOf"/>).</param>
internal sealed record FiledOutcomes(string Shard, IReadOnlyDictionary<string, string> Marks)
{
    private const char Separator = ';';
    private const char Equal = '=';

    public static FiledOutcomes Of(string shard, IEnumerable<ShelfRow> rows)
    {
        var marks = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in rows) marks[OutcomeRow.KeyOf(row)] = OutcomeRow.MarkOf(row);
        return new(shard, marks);
    }

    /// <summary>What a text says; <c>null</c> where there is none, as of a ticket of which nothing was filed.</summary>
    public static FiledOutcomes? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;

        var parts = text.Split(Separator);
        return new(
            parts[0],
            parts.Skip(1).Select(part => part.Split(Equal)).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal));
    }

    // Keys hold neither separator.
    public override string ToString() =>
        string.Join(Separator, Marks.Select(mark => $"{mark.Key}{Equal}{mark.Value}").Prepend(Shard));
}
