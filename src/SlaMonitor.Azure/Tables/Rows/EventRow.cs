using Azure.Data.Tables;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Azure.Tables.Rows;

/// <summary>
/// An event of a ticket's log. Its key is what identifies the delivery, source and id, and not its time as well: the same event told with
/// another time must meet its row.
/// </summary>
internal static class EventRow
{
    private const string Prefix = "event:";
    private const string Source = "Source";
    private const string Id = "Id";
    private const string Time = "Time";
    private const string Type = "Type";
    private const string TypeName = "TypeName";
    private const string Change = "Change";
    private const string TraceParent = "TraceParent";

    public static TableEntity Of(TicketEvent e)
    {
        var row = new TableEntity(TableKey.Of(e.TicketId), Prefix + TableKey.Of(e.Source, e.Id)) { [Type] = StoredName.Of(e.Type) };
        row.SetInstant(Time, e.Time);
        row.SetText(Source, e.Source);
        row.SetText(Id, e.Id);
        row.SetText(TypeName, e.TypeName);
        row.SetText(Change, TicketChangeJson.Serialize(e.Change));
        row.SetText(TraceParent, e.TraceParent);
        return row;
    }

    /// <summary>The row with its key alone.</summary>
    public static TableEntity KeyOf(TicketEvent e) => new(TableKey.Of(e.TicketId), Prefix + TableKey.Of(e.Source, e.Id));

    public static bool Is(TableEntity row) => row.RowKey.StartsWith(Prefix, StringComparison.Ordinal);

    public static TicketEvent Read(string ticketId, TableEntity row) => new()
    {
        TicketId = ticketId,
        Source = row.GetText(Source),
        Id = row.GetText(Id),
        Time = row.GetInstant(Time),
        // A type that only a newer version knows is kept, and has no effect here: as an event of a type unknown to all.
        Type = StoredName.Find<TicketEventType>(row.GetString(Type)) ?? TicketEventType.Unknown,
        TypeName = row.GetText(TypeName),
        Change = TicketChangeJson.Deserialize(row.GetText(Change)),
        TraceParent = row.FindText(TraceParent),
    };
}
