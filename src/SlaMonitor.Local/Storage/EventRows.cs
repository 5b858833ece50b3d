using System.Text;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Local.Storage;

/// <summary>Events as rows and back.</summary>
internal static class EventRows
{
    private const string Replaced = "\ufffd";
    private const string Escaped = "\\ufffd";

    /// <summary>The whole log of a ticket.</summary>
    public static List<TicketEvent> Read(SqliteSession session, string ticketId) => session.Query(
        "SELECT source, id, time, type, type_name, change, trace_parent FROM events WHERE ticket = $ticket",
        row => new TicketEvent
        {
            TicketId = ticketId,
            Source = row.GetString(0),
            Id = row.GetString(1),
            Time = StoredInstant.FromTicks(row.GetInt64(2)),
            // A type that only a newer version knows is kept, and has no effect here: as an event of a type unknown to all.
            Type = StoredName.Find<TicketEventType>(row.GetString(3)) ?? TicketEventType.Unknown,
            TypeName = row.GetString(4),
            Change = TicketChangeJson.Deserialize(row.GetString(5)),
            TraceParent = row.Text(6),
        },
        ("$ticket", ticketId));

    /// <summary>An event as it will be read back: its time as fine as is stored, its change as its JSON says it.</summary>
    /// <param name="e">The event.</param>
    /// <param name="change">The JSON of its change.</param>
    public static TicketEvent AsStored(TicketEvent e, string change)
    {
        // The one thing that JSON does not give back as it was is half a surrogate pair.
        var isSame = !change.Contains(Replaced, StringComparison.Ordinal) && !change.Contains(Escaped, StringComparison.OrdinalIgnoreCase)
            && StoredInstant.Truncate(e.Time) == e.Time && StoredKey.IsRight(e.TypeName)
            && (e.TraceParent is null || StoredKey.IsRight(e.TraceParent));
        return isSame
            ? e
            : e with
            {
                Time = StoredInstant.Truncate(e.Time),
                Change = TicketChangeJson.Deserialize(change),
                TypeName = AsStored(e.TypeName),
                TraceParent = e.TraceParent is { } trace ? AsStored(trace) : null,
            };
    }

    // Half a surrogate pair, which no encoding can carry, becomes U+FFFD.
    private static string AsStored(string text) => StoredKey.IsRight(text) ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>Replaces what an event says.</summary>
    /// <returns><c>false</c> where there is no such event.</returns>
    public static bool Rewrite(SqliteSession session, TicketEvent e) => session.Execute(
        "UPDATE events SET change = $change WHERE ticket = $ticket AND source = $source AND id = $id",
        ("$change", TicketChangeJson.Serialize(e.Change)), ("$ticket", e.TicketId), ("$source", e.Source), ("$id", e.Id)) == 1;

    /// <summary>Takes an event out of the log.</summary>
    /// <returns><c>false</c> where there is no such event.</returns>
    public static bool Drop(SqliteSession session, TicketEvent e) => session.Execute(
        "DELETE FROM events WHERE ticket = $ticket AND source = $source AND id = $id",
        ("$ticket", e.TicketId), ("$source", e.Source), ("$id", e.Id)) == 1;

    /// <summary>Appends one event.</summary>
    /// <param name="session">Where to.</param>
    /// <param name="e">The event.</param>
    /// <param name="change">The JSON of its change.</param>
    /// <returns><c>false</c> where it is in the log already.</returns>
    public static bool Insert(SqliteSession session, TicketEvent e, string change) => session.Execute(
        """
        INSERT INTO events (ticket, source, id, time, type, type_name, change, trace_parent)
        VALUES ($ticket, $source, $id, $time, $type, $typeName, $change, $traceParent)
        ON CONFLICT DO NOTHING
        """,
        ("$ticket", e.TicketId),
        ("$source", e.Source),
        ("$id", e.Id),
        ("$time", StoredInstant.ToTicks(e.Time)),
        ("$type", StoredName.Of(e.Type)),
        ("$typeName", e.TypeName),
        ("$change", change),
        ("$traceParent", e.TraceParent)) == 1;
}
