using System.Text.Json;
using Microsoft.Data.Sqlite;
using NodaTime;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Local.Storage;
using SlaMonitor.Monitoring.Mending;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Promises;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Local.Hosting.Doctor;

/// <summary>Holds every ticket's row against its events.</summary>
/// <param name="session"><c>monitor.db</c>.</param>
/// <param name="book">The agreements in force; <c>null</c> where they cannot be read.</param>
/// <param name="now">The present.</param>
internal sealed class TicketRows(SqliteSession session, AgreementBook? book, Instant now)
{
    /// <summary>What a ticket's row is.</summary>
    /// <param name="Ticket">The ticket.</param>
    /// <param name="State">Its state; <c>null</c> where there is none that can be read.</param>
    /// <param name="LastEvent">When its last event was; <c>null</c> where there is none.</param>
    /// <param name="Fault">What is wrong; <c>null</c> where nothing is.</param>
    internal sealed record Look(string Ticket, MonitoringState? State, Instant? LastEvent, string? Fault)
    {
        /// <summary>Its outcomes by its log; <c>null</c> where those are filed, or it is not known which should be.</summary>
        public IReadOnlyList<ShelfRow>? Unfiled { get; init; }
    }

    private readonly bool _hasOutcomes =
        session.Query("SELECT 1 FROM sqlite_schema WHERE name = 'outcomes'", row => row.GetInt32(0)).Count > 0;

    /// <summary>Every ticket that has a row or an event.</summary>
    /// <exception cref="SqliteException">A page is damaged.</exception>
    public IEnumerable<Look> All() =>
        session.Query("SELECT ticket FROM tickets UNION SELECT ticket FROM events", row => row.GetString(0)).Select(Of);

    private Look Of(string ticket)
    {
        var row = session.Query(
            "SELECT state, next_look FROM tickets WHERE ticket = $ticket",
            found => (State: found.GetString(0), Look: found.IsDBNull(1) ? (long?)null : found.GetInt64(1)), ("$ticket", ticket));
        var state = row.Count == 0 ? null : Read(row[0].State);
        List<TicketEvent> events;
        try
        {
            events = EventRows.Read(session, ticket);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidCastException or ArgumentException)
        {
            return new(ticket, state, LastEvent: now, $"has an event that cannot be read: {e.Message}");
        }

        return new(ticket, state, events.Count > 0 ? events.Max(e => e.Time) : null, Fault())
        {
            Unfiled = events.Count > 0 && state is not null ? Unfiled(ticket, events, state) : null,
        };

        string? Fault()
        {
            if (events.Count == 0) return "has no event in the log";
            if (state is null) return row.Count == 0 ? "has events and no state" : "has a state that cannot be read";
            var look = state.NextLook is { } next ? StoredInstant.ToTicks(next) : (long?)null;
            return look != row[0].Look
                ? "has another due time in its state than in the index"
                : StoredStates.Fault(new StoredTicket(ticket, events, state, string.Empty), book, now);
        }
    }

    /// <summary>What has to be filed of a ticket, where that is not what is filed.</summary>
    private IReadOnlyList<ShelfRow>? Unfiled(string ticket, List<TicketEvent> events, MonitoringState state)
    {
        // By other agreements, or by another version of the program: the monitor files them by itself.
        if (book is null || state.FiledAs != OutcomeRows.Form || !string.Equals(state.Terms, book.Fingerprint, StringComparison.Ordinal))
            return null;

        var rows = OutcomeRows.Of(TicketAssessment.Of(events, state.FiredSteps, book, now));
        var filed = _hasOutcomes ? OutcomeTable.Read(session, ticket).Values.ToHashSet() : [];
        return filed.SetEquals(rows) ? null : rows;
    }

    private static MonitoringState? Read(string json)
    {
        try
        {
            return MonitoringStateJson.Deserialize(json);
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
