namespace SlaMonitor.Local.Queues;

internal static class QueueSchema
{
    /// <summary>
    /// A message is to be had when its <c>visible_at</c> has come: a lock and a redelivery delay both move that into the future, so a lock
    /// that expires needs nobody to release it. Times are Unix milliseconds of real time. <c>deaths</c> counts how often the process died
    /// while it had the message.
    /// </summary>
    public const string Sql = """
        CREATE TABLE IF NOT EXISTS message (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            queue TEXT NOT NULL,
            message_id TEXT NOT NULL,
            body TEXT NOT NULL,
            subject TEXT,
            correlation_id TEXT,
            enqueued_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL,
            visible_at INTEGER NOT NULL,
            locked INTEGER NOT NULL DEFAULT 0,
            delivery_count INTEGER NOT NULL DEFAULT 0,
            deaths INTEGER NOT NULL DEFAULT 0,
            last_error TEXT,
            dead_at INTEGER,
            dead_reason TEXT,
            dead_description TEXT
        );
        CREATE INDEX IF NOT EXISTS message_active ON message (queue, visible_at) WHERE dead_at IS NULL;
        -- What is taken next, and what is spent, is found without a look at all that waits.
        CREATE INDEX IF NOT EXISTS message_order ON message (queue, sequence) WHERE dead_at IS NULL;
        CREATE INDEX IF NOT EXISTS message_expiring ON message (queue, expires_at) WHERE dead_at IS NULL;
        CREATE INDEX IF NOT EXISTS message_delivered ON message (queue, delivery_count) WHERE dead_at IS NULL AND delivery_count > 0;
        CREATE INDEX IF NOT EXISTS message_held ON message (queue) WHERE dead_at IS NULL AND (locked = 1 OR deaths > 0);
        CREATE INDEX IF NOT EXISTS message_dead ON message (queue, sequence) WHERE dead_at IS NOT NULL;
        CREATE TABLE IF NOT EXISTS seen (
            queue TEXT NOT NULL,
            message_id TEXT NOT NULL,
            seen_at INTEGER NOT NULL,
            PRIMARY KEY (queue, message_id)
        ) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS seen_age ON seen (seen_at);
        CREATE TABLE IF NOT EXISTS probe (id INTEGER PRIMARY KEY, at INTEGER NOT NULL);
        """;
}
