using Azure;
using Azure.Data.Tables;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Azure.Tables.Rows;

/// <summary>
/// The row of a ticket's partition that holds its state, and whose ETag guards the whole of it. Its key sorts before every event's: a log
/// of several pages is read state first, and what was written while it was read makes the commit a conflict instead of passing unseen.
/// </summary>
internal static class StateRow
{
    /// <summary>The row key.</summary>
    public const string Key = "current";

    private const string Ticket = "Ticket";
    private const string State = "State";
    private const string Terms = "Terms";
    private const string Settled = "Settled";
    private const string WithoutAgreement = "WithoutAgreement";
    private const string Attempt = "Attempt";
    private const string DueShard = "DueShard";
    private const string DueTag = "DueTag";
    private const string FiledAs = "FiledAs";
    private const string Filed = "Filed";

    /// <param name="ticketId">The ticket.</param>
    /// <param name="state">Its state.</param>
    /// <param name="entry">Its row in the due index, which says <see cref="MonitoringState.NextLook"/>.</param>
    /// <param name="attempt">Who is writing: the writer knows its own row again when the answer was lost on the way.</param>
    /// <param name="filed">What is filed of it; <c>null</c>: nothing.</param>
    public static TableEntity Of(
        string ticketId, MonitoringState state, DueEntry? entry, string attempt, FiledOutcomes? filed = null)
    {
        var row = new TableEntity(TableKey.Of(ticketId), Key) { [Attempt] = attempt };
        row.SetText(Ticket, ticketId);
        row.SetText(State, MonitoringStateJson.Serialize(state));
        row[Terms] = state.Terms;
        if (state.IsSettled) row[Settled] = true;
        if (state.IsWithoutAgreement) row[WithoutAgreement] = true;
        if (state.FiledAs != 0) row[FiledAs] = state.FiledAs;
        row.SetText(Filed, filed?.ToString());
        if (entry is not null)
        {
            row[DueShard] = entry.Shard;
            row[DueTag] = entry.Tag.ToString();
        }

        return row;
    }

    /// <summary>Finds the rows of all tickets.</summary>
    public static string AllFilter { get; } = $"RowKey eq '{Key}'";

    /// <summary>Finds the rows of tickets that are not settled. What has no such column, as of an earlier version, is not.</summary>
    public static string OpenFilter { get; } = $"RowKey eq '{Key}' and not ({Settled} eq true)";

    /// <summary>The columns that <see cref="ReadOpen"/> needs.</summary>
    public static IReadOnlyList<string> OpenColumns { get; } =
        [nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey), Ticket, Terms, WithoutAgreement];

    public static OpenTicket ReadOpen(TableEntity row) =>
        new(row.GetText(Ticket), row.GetString(Terms), row.GetBoolean(WithoutAgreement) == true);

    /// <summary>Finds the rows of tickets whose outcomes are not filed in a form by certain terms.</summary>
    public static string UnfiledFilter(int form, string terms) =>
        TableClient.CreateQueryFilter($"RowKey eq {Key} and not (FiledAs eq {form} and Terms eq {terms})");

    /// <summary>The columns that <see cref="ReadTicket"/> needs.</summary>
    public static IReadOnlyList<string> TicketColumns { get; } =
        [nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey), Ticket];

    public static string ReadTicket(TableEntity row) => row.GetText(Ticket);

    /// <summary>Only the mark of the writer: merged into a row, it changes nothing but the ETag.</summary>
    public static TableEntity Touch(string ticketId, string attempt) => new(TableKey.Of(ticketId), Key) { [Attempt] = attempt };

    public static bool Is(TableEntity row) => row.RowKey == Key;

    public static bool IsOf(TableEntity row, string attempt) => row.GetString(Attempt) == attempt;

    public static MonitoringState Read(TableEntity row) => MonitoringStateJson.Deserialize(row.GetText(State));

    public static CommitTag TagOf(TableEntity row) => new(
        row.ETag,
        Read(row).NextLook is { } look && row.GetString(DueShard) is { } shard ? new(shard, look, new ETag(row.GetString(DueTag))) : null,
        FiledOutcomes.Parse(row.FindText(Filed)));
}
