using Azure.Data.Tables;
using NodaTime;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.Tables.Rows;

/// <summary>A row of the due index: partition = shard, row = time and ticket.</summary>
internal static class DueRow
{
    private const string Ticket = "Ticket";

    public static TableEntity Of(string shard, DueTicket entry)
    {
        var row = new TableEntity(shard, Key(entry));
        row.SetText(Ticket, entry.TicketId);
        return row;
    }

    public static string Key(DueTicket entry) => $"{InstantColumns.Text(entry.Due)}:{TableKey.Of(entry.TicketId)}";

    /// <summary>A row key that comes after those of all earlier times, and before every one of this time.</summary>
    public static string FirstKeyOf(Instant due) => InstantColumns.Text(due);

    public static DueTicket Read(TableEntity row) => new(row.GetText(Ticket), InstantColumns.Parse(row.RowKey[..InstantColumns.Length]));
}
