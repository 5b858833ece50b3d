using Azure;

namespace SlaMonitor.Azure.Tables.Rows;

/// <summary>
/// What a caller carries from loading to committing: the ETag of the ticket's state and, so that a commit need not read before it writes,
/// where the ticket's row of the due index is and what is filed of it.
/// </summary>
internal sealed record CommitTag(ETag State, DueEntry? Entry, FiledOutcomes? Filed)
{
    private const char Separator = '\n';
    private const int Fields = 5;

    /// <summary>The tag of a text; <c>null</c> for a text that this store never gave out.</summary>
    public static CommitTag? Parse(string text) => text.Split(Separator) switch
    {
        { Length: Fields } and [var state, "", "", "", var filed] => new(new ETag(state), null, FiledOutcomes.Parse(filed)),
        { Length: Fields } and [var state, var shard, var due, var tag, var filed] =>
            new(new ETag(state), new(shard, InstantColumns.Parse(due), new ETag(tag)), FiledOutcomes.Parse(filed)),
        _ => null,
    };

    public override string ToString() =>
        string.Join(Separator, State, Entry?.Shard, Entry is null ? null : InstantColumns.Text(Entry.Due), Entry?.Tag, Filed);
}
