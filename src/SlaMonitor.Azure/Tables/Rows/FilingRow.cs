using Azure.Data.Tables;

namespace SlaMonitor.Azure.Tables.Rows;

/// <summary>
/// Says that somebody is about to commit a ticket and to file its outcomes anew, and which rows may be filed until then. It is written
/// before the commit and deleted with the last row: one that stays was left by a writer that died.
/// </summary>
internal static class FilingRow
{
    private const string Prefix = "filing:";
    private const string Ticket = "Ticket";
    private const string Keys = "Keys";
    private const char Separator = ';';

    /// <summary>Before and after the keys of all of them.</summary>
    public static (string From, string Before) Range { get; } = (Prefix, "filing;");

    public static string KeyOf(string ticketId) => Prefix + TableKey.Of(ticketId);

    /// <param name="shard">The ticket's shard.</param>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="keys">The keys of the rows that may be filed in the shard.</param>
    public static TableEntity Of(string shard, string ticketId, IEnumerable<string> keys)
    {
        var row = new TableEntity(shard, KeyOf(ticketId));
        row.SetText(Ticket, ticketId);
        row.SetText(Keys, string.Join(Separator, keys));
        return row;
    }

    public static string TicketOf(TableEntity row) => row.GetText(Ticket);

    public static IReadOnlyList<string> KeysOf(TableEntity row) =>
        row.GetText(Keys).Split(Separator, StringSplitOptions.RemoveEmptyEntries);
}
