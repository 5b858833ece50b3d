using NodaTime;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Local.Storage;

/// <summary>The outcomes of a ticket as rows, and back.</summary>
internal static class OutcomeTable
{
    /// <summary>After every time that there is: where nobody knows when a promise is due.</summary>
    public const long Unknown = long.MaxValue;

    /// <summary>Files the rows of a ticket that is new: there is nothing to compare them with.</summary>
    public static void FileFirst(SqliteSession session, IReadOnlyList<ShelfRow> rows)
    {
        foreach (var row in rows) Put(session, row);
    }

    /// <summary>Puts rows in place of all that is filed of a ticket. Only those that have changed are written.</summary>
    public static void File(SqliteSession session, string ticketId, IReadOnlyList<ShelfRow> rows)
    {
        var filed = Read(session, ticketId);
        var wanted = new Dictionary<(int, string, long), ShelfRow>(rows.Count);
        foreach (var row in rows) wanted[KeyOf(row)] = row;

        foreach (var (key, row) in filed)
        {
            if (!wanted.ContainsKey(key)) Delete(session, row);
        }

        foreach (var (key, row) in wanted)
        {
            if (!filed.TryGetValue(key, out var known) || known != row) Put(session, row);
        }
    }

    /// <summary>What is filed of a ticket.</summary>
    public static Dictionary<(int Shelf, string Clock, long At), ShelfRow> Read(SqliteSession session, string ticketId) => session.Query(
        "SELECT shelf, clock, at, agreement, body FROM outcomes WHERE ticket = $ticket",
        row => new ShelfRow(
            (Shelf)row.GetInt32(0), row.GetString(3), ticketId, row.GetString(1), TimeOf(row.GetInt64(2)), row.GetString(4)),
        ("$ticket", ticketId)).ToDictionary(KeyOf);

    /// <summary>Takes away all that is filed of a ticket.</summary>
    public static void Clear(SqliteSession session, string ticketId) =>
        session.Execute("DELETE FROM outcomes WHERE ticket = $ticket", ("$ticket", ticketId));

    public static long TimeOf(Instant? at) => at is { } known ? StoredInstant.ToTicks(known) : Unknown;

    public static Instant? TimeOf(long at) => at == Unknown ? null : StoredInstant.FromTicks(at);

    public static (int Shelf, string Clock, long At) KeyOf(ShelfRow row) => ((int)row.Shelf, row.Clock, TimeOf(row.At));

    private static void Delete(SqliteSession session, ShelfRow row) => session.Execute(
        "DELETE FROM outcomes WHERE ticket = $ticket AND shelf = $shelf AND clock = $clock AND at = $at",
        ("$ticket", row.TicketId), ("$shelf", (int)row.Shelf), ("$clock", row.Clock), ("$at", TimeOf(row.At)));

    private static void Put(SqliteSession session, ShelfRow row) => session.Execute(
        """
        INSERT INTO outcomes (ticket, shelf, clock, at, agreement, body) VALUES ($ticket, $shelf, $clock, $at, $agreement, $body)
        ON CONFLICT (ticket, shelf, clock, at) DO UPDATE SET agreement = excluded.agreement, body = excluded.body
        """,
        ("$ticket", row.TicketId), ("$shelf", (int)row.Shelf), ("$clock", row.Clock), ("$at", TimeOf(row.At)),
        ("$agreement", row.AgreementId), ("$body", row.Body));
}
