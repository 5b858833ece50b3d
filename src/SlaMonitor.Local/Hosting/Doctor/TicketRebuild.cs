using System.Text.Json;
using NodaTime;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Local.Storage;
using SlaMonitor.Monitoring.Mending;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Local.Hosting.Doctor;

/// <summary>Makes the tickets' rows true to their events.</summary>
/// <param name="session">The new <c>monitor.db</c>, in a transaction.</param>
/// <param name="book">The agreements in force; <c>null</c> where they cannot be read.</param>
/// <param name="now">The present of the monitor.</param>
internal sealed class TicketRebuild(SqliteSession session, AgreementBook? book, Instant now)
{
    /// <param name="outcome">What was copied.</param>
    /// <param name="isQueueWhole">Whether every mail that waited is still in the queue.</param>
    public Outcome Run(Outcome outcome, bool isQueueWhole)
    {
        var lost = DropUnreadableEvents() ? outcome.Lost.Append("events").Distinct(StringComparer.Ordinal) : outcome.Lost;
        var (tickets, states) = (0, 0);
        foreach (var look in new TicketRows(session, book, now).All())
        {
            if (look.LastEvent is not { } last)
            {
                session.Execute("DELETE FROM tickets WHERE ticket = $ticket", ("$ticket", look.Ticket));
                OutcomeTable.Clear(session, look.Ticket);
                lost = lost.Append("events").Distinct(StringComparer.Ordinal);
                continue;
            }

            tickets++;
            if (look.Unfiled is { } outcomes) OutcomeTable.File(session, look.Ticket, outcomes);
            // Not simply now: a monitor whose clock was set to another time would not come to it for long.
            var due = last < now ? last : now;
            var state = look.Fault is not null ? StoredStates.New(look.State?.FiredSteps ?? [], due, look.State) : look.State!;
            if (!isQueueWhole && StoredStates.MayHaveWaiting(state, last, now))
            {
                var ledger = SqliteNotificationLedger.List(session, look.Ticket);
                state = StoredStates.WithoutQueue(state, ledger, due);
            }

            if (ReferenceEquals(state, look.State)) continue;
            states++;
            Write(look.Ticket, state);
        }

        return new Outcome([.. lost]) { Tickets = tickets, States = states };
    }

    private void Write(string ticket, MonitoringState state) => session.Execute(
        """
        INSERT INTO tickets (ticket, version, state, next_look) VALUES ($ticket, 1, $state, $look)
        ON CONFLICT (ticket) DO UPDATE SET version = version + 1, state = excluded.state, next_look = excluded.next_look
        """,
        ("$ticket", ticket),
        ("$state", MonitoringStateJson.Serialize(state)),
        ("$look", state.NextLook is { } look ? StoredInstant.ToTicks(look) : null));

    private bool DropUnreadableEvents()
    {
        var unreadable = session
            .Query("SELECT rowid, change, time FROM events", row => (Row: row.GetInt64(0), Change: row.GetString(1)))
            .Where(e => !IsReadable(e.Change))
            .ToList();
        foreach (var e in unreadable) session.Execute("DELETE FROM events WHERE rowid = $row", ("$row", e.Row));
        return unreadable.Count > 0;
    }

    private static bool IsReadable(string change)
    {
        try
        {
            TicketChangeJson.Deserialize(change);
            return true;
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException)
        {
            return false;
        }
    }
}
