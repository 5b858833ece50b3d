namespace SlaMonitor.Local.Storage;

/// <summary>The tables of <c>monitor.db</c>. Times are integers of <see cref="SlaMonitor.Monitoring.Storage.StoredInstant"/>.</summary>
internal static class MonitorSchema
{
    /// <summary>
    /// The due index is a column of the ticket's own row: it changes with the state or not at all, so that no spare entry can exist here.
    /// It is partial, because a ticket without a next look is not due, however many of them there are.
    /// </summary>
    public const string Tickets = """
        CREATE TABLE IF NOT EXISTS tickets (
            ticket    TEXT    NOT NULL PRIMARY KEY,
            version   INTEGER NOT NULL,
            state     TEXT    NOT NULL,
            next_look INTEGER NULL
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX IF NOT EXISTS tickets_due ON tickets (next_look, ticket) WHERE next_look IS NOT NULL;

        -- Few tickets are open of all that there ever were: who looks for the open ones need not pass over the others.
        CREATE INDEX IF NOT EXISTS tickets_open ON tickets (ticket) WHERE json_extract(state, '$.isSettled') IS NULL;

        CREATE TABLE IF NOT EXISTS events (
            ticket       TEXT    NOT NULL REFERENCES tickets (ticket),
            source       TEXT    NOT NULL,
            id           TEXT    NOT NULL,
            time         INTEGER NOT NULL,
            type         TEXT    NOT NULL,
            type_name    TEXT    NOT NULL,
            change       TEXT    NOT NULL,
            trace_parent TEXT    NULL,
            PRIMARY KEY (ticket, source, id)
        ) STRICT;

        -- What reports, list and board read; all of it can be worked out from the events. shelf: 0 open, 1 decided, 2 tickets.
        CREATE TABLE IF NOT EXISTS outcomes (
            ticket    TEXT    NOT NULL,
            shelf     INTEGER NOT NULL,
            clock     TEXT    NOT NULL,
            at        INTEGER NOT NULL,
            agreement TEXT    NOT NULL,
            body      TEXT    NOT NULL,
            PRIMARY KEY (ticket, shelf, clock, at)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS outcomes_open ON outcomes (at, ticket, clock) WHERE shelf = 0;
        CREATE INDEX IF NOT EXISTS outcomes_filed ON outcomes (shelf, agreement, at, ticket, clock) WHERE shelf > 0;
        """;

    public const string Notifications = """
        CREATE TABLE IF NOT EXISTS notifications (
            ticket       TEXT    NOT NULL,
            notification TEXT    NOT NULL,
            recipient    TEXT    NOT NULL,
            step         TEXT    NOT NULL,
            state        TEXT    NOT NULL,
            holder       TEXT    NOT NULL,
            claimed_at   INTEGER NOT NULL,
            resolved_at  INTEGER NULL,
            detail       TEXT    NULL,
            PRIMARY KEY (ticket, notification)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS notifications_claimed ON notifications (state) WHERE state = 'claimed';

        -- Whoever has claimed is dead: the process owns the data folder alone. What it was to send is kept, from the first space on.
        UPDATE notifications SET holder = substr(holder, instr(holder || ' ', ' ')) WHERE state = 'claimed';
        """;

    public const string Mails = """
        CREATE TABLE IF NOT EXISTS mails (
            mail    TEXT    NOT NULL PRIMARY KEY,
            body    TEXT    NOT NULL,
            kept_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """;

    public const string Audit = """
        CREATE TABLE IF NOT EXISTS audit (
            id      TEXT    NOT NULL PRIMARY KEY,
            at      INTEGER NOT NULL,
            author  TEXT    NOT NULL,
            deed    TEXT    NOT NULL,
            subject TEXT    NOT NULL,
            detail  TEXT    NULL
        ) STRICT, WITHOUT ROWID;
        """;

    public const string Notes = """
        CREATE TABLE IF NOT EXISTS notes (
            name TEXT    NOT NULL PRIMARY KEY,
            text TEXT    NOT NULL,
            at   INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """;
}
