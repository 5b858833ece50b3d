using SlaMonitor.Local.Sqlite;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Queues;

/// <summary>
/// The queues' file: every method is one transaction, or part of one with others that write just then.
/// </summary>
internal sealed class QueueStore : IDisposable
{
    private const string Columns = "sequence, message_id, body, subject, correlation_id, delivery_count, deaths";

    private const string Dead = "queue = $queue AND dead_at IS NOT NULL";

    private readonly SqliteDatabase _database;
    private readonly QueueOptions _options;
    private readonly QueueClock _clock;

    public QueueStore(SqliteDatabase database, QueueOptions options, TimeProvider time)
    {
        _database = database;
        _options = options;
        SqliteOutage.CreateSchema(_database, QueueSchema.Sql, ("message", "deaths", "INTEGER NOT NULL DEFAULT 0"));
        _clock = new QueueClock(time, _database.Read(LatestIn));
        UnderWay = SqliteOutage.Write(_database, ReleaseAll);
    }

    /// <summary>The messages that a process before this one had locked when it ended.</summary>
    public IReadOnlyList<ReceivedMessage> UnderWay { get; }

    /// <summary>Adds what is not a duplicate.</summary>
    /// <returns>How many were added.</returns>
    public Task<int> AddAsync(
        string queue, IReadOnlyList<QueueMessage> messages, TimeSpan delay, CancellationToken cancellationToken) => WriteAsync(
        session =>
        {
            var now = Now();
            var forgotten = now - (long)_options.DuplicateDetectionWindow.TotalMilliseconds;
            session.Execute("DELETE FROM seen WHERE seen_at <= $forgotten", ("$forgotten", forgotten));
            return messages.Count(message =>
                IsNew(session, queue, message.MessageId, now) && Insert(session, queue, message, now, delay));
        },
        cancellationToken);

    /// <summary>Locks the oldest messages that are to be had; those that are spent are dead-lettered on the way.</summary>
    public Task<Locked> LockAsync(string queue, int max, CancellationToken cancellationToken) => WriteAsync(
        session =>
        {
            var now = Now();
            var buried = BurySpent(session, queue, now);
            var (locked, lockedAlone, mustBeAlone) = Look(session, queue, now);
            if (lockedAlone || (mustBeAlone && locked)) return new Locked([], buried, Waits: true);

            var until = now + (long)_options.LockDuration.TotalMilliseconds;
            var messages = session.Query(
                $"""
                UPDATE message SET locked = 1, visible_at = $until, delivery_count = delivery_count + 1 WHERE sequence IN (
                    SELECT sequence FROM message
                    WHERE queue = $queue AND dead_at IS NULL AND +visible_at <= $now AND (deaths > 0) = $alone ORDER BY sequence LIMIT $max)
                RETURNING {Columns}
                """,
                row => Received(row, queue, until),
                ("$queue", queue), ("$now", now), ("$until", until), ("$alone", mustBeAlone), ("$max", mustBeAlone ? 1 : max))
                .OrderBy(message => message.Sequence)
                .ToList();
            return new Locked(messages, buried, Waits: false);
        },
        cancellationToken);

    /// <summary>Commits a write that no queue sees. It is one row, whatever was there.</summary>
    public Task ProbeAsync(CancellationToken cancellationToken) => WriteAsync(
        session => session.Execute("INSERT OR REPLACE INTO probe (id, at) VALUES (1, $now)", ("$now", Now())), cancellationToken);

    /// <summary>How long it is until the next message can be had, or null when the queue is empty.</summary>
    public TimeSpan? UntilNextVisible(string queue) => _database.Read(session => session.Query(
        "SELECT visible_at FROM message WHERE queue = $queue AND dead_at IS NULL ORDER BY visible_at LIMIT 1",
        row => (TimeSpan?)TimeSpan.FromMilliseconds(row.GetInt64(0) - Now()),
        ("$queue", queue)).FirstOrDefault());

    public Task<bool> DeleteAsync(ReceivedMessage message, CancellationToken cancellationToken) =>
        SettleAsync(message, "DELETE FROM message", cancellationToken);

    public Task<bool> RenewAsync(ReceivedMessage message, CancellationToken cancellationToken) =>
        SettleAsync(
            message,
            "UPDATE message SET visible_at = $until",
            cancellationToken,
            ("$until", Now() + (long)_options.LockDuration.TotalMilliseconds));

    public Task<bool> ReleaseAsync(ReceivedMessage message, TimeSpan delay, string error, CancellationToken cancellationToken) =>
        SettleAsync(
            message, "UPDATE message SET locked = 0, visible_at = $visible, last_error = $error", cancellationToken,
            ("$visible", Now() + (long)delay.TotalMilliseconds), ("$error", error));

    public Task<bool> BuryAsync(ReceivedMessage message, string reason, string description, CancellationToken cancellationToken) =>
        SettleAsync(
            message,
            "UPDATE message SET locked = 0, dead_at = $now, dead_reason = $reason, dead_description = $description",
            cancellationToken,
            ("$now", Now()), ("$reason", reason), ("$description", description));

    /// <summary>Sends dead letters again under new ids, past duplicate detection.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="sequence">Which one; <c>null</c> for all.</param>
    /// <param name="renew">What becomes of the body.</param>
    /// <param name="cancellationToken">Stops.</param>
    public Task<int> ResendAsync(
        string queue, long? sequence, Func<string, string> renew, CancellationToken cancellationToken) => WriteAsync(
        session =>
        {
            var now = Now();
            var dead = session.Query(
                $"SELECT {Columns} FROM message WHERE {Dead} AND ($sequence IS NULL OR sequence = $sequence) ORDER BY sequence",
                row => Received(row, queue, until: 0),
                ("$queue", queue), ("$sequence", sequence));
            foreach (var letter in dead)
            {
                var message = new QueueMessage(
                    DeadLetter.IdToResend(letter.MessageId, letter.Sequence), renew(letter.Body), letter.Subject, letter.CorrelationId);
                Insert(session, queue, message, now, delay: TimeSpan.Zero);
                session.Execute("DELETE FROM message WHERE sequence = $sequence", ("$sequence", letter.Sequence));
            }

            return dead.Count;
        },
        cancellationToken);

    /// <summary>Drops a dead letter.</summary>
    /// <returns>Whether it was there.</returns>
    public Task<bool> DropAsync(string queue, long sequence, CancellationToken cancellationToken) => WriteAsync(
        session => session.Execute(
            $"DELETE FROM message WHERE {Dead} AND sequence = $sequence", ("$queue", queue), ("$sequence", sequence)) == 1,
        cancellationToken);

    /// <summary>The messages that wait, lowest number first. Looking at them changes nothing.</summary>
    public List<(long Sequence, string Body)> Waiting(string queue, long from, int max) => _database.Read(session => session.Query(
        "SELECT sequence, body FROM message "
        + "WHERE queue = $queue AND dead_at IS NULL AND locked = 0 AND sequence >= $from ORDER BY sequence LIMIT $max",
        row => (row.GetInt64(0), row.GetString(1)),
        ("$queue", queue), ("$from", from), ("$max", max)));

    /// <summary>Drops a message that waits.</summary>
    /// <returns>Whether it was there, and nobody has it.</returns>
    public Task<bool> DropWaitingAsync(string queue, long sequence, CancellationToken cancellationToken) => WriteAsync(
        session => session.Execute(
            "DELETE FROM message WHERE queue = $queue AND dead_at IS NULL AND locked = 0 AND sequence = $sequence",
            ("$queue", queue), ("$sequence", sequence)) == 1,
        cancellationToken);

    /// <inheritdoc cref="SqliteDatabase.CutLog"/>
    public void CutLog() => _database.CutLog();

    public List<DeadLetteredMessage> DeadLetters(string queue, long from, int max) => _database.Read(session => session.Query(
        $"SELECT {Columns}, dead_reason, dead_description, enqueued_at, dead_at FROM message "
        + $"WHERE {Dead} AND sequence >= $from ORDER BY sequence LIMIT $max",
        row => new DeadLetteredMessage(
            row.GetInt64(0), row.GetString(1), row.GetString(2), row.Text(3), row.Text(4), row.GetInt32(5), row.GetString(7),
            row.GetString(8), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(9)),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(10))),
        ("$queue", queue), ("$from", from), ("$max", max)));

    /// <summary>The counts of every queue that holds anything, as of one moment.</summary>
    public Dictionary<string, QueueCounts> Count() => _database.Read(session => session.Query(
        """
        SELECT queue,
            count(*) FILTER (WHERE dead_at IS NULL),
            count(*) FILTER (WHERE dead_at IS NOT NULL),
            count(*) FILTER (WHERE dead_at IS NULL AND delivery_count = 0 AND deaths = 0 AND visible_at > $now)
        FROM message GROUP BY queue
        """,
        row => KeyValuePair.Create(
            row.GetString(0), new QueueCounts(row.GetInt64(1) - row.GetInt64(3), row.GetInt64(2), row.GetInt64(3))),
        ("$now", Now()))).ToDictionary(StringComparer.Ordinal);

    public void Dispose() => _database.Dispose();

    private static bool IsNew(SqliteSession session, string queue, string messageId, long now) =>
        session.Execute(
            "INSERT INTO seen (queue, message_id, seen_at) VALUES ($queue, $id, $now) ON CONFLICT DO NOTHING",
            ("$queue", queue), ("$id", messageId), ("$now", now)) == 1;

    private bool Insert(SqliteSession session, string queue, QueueMessage message, long now, TimeSpan delay)
    {
        var life = message.TimeToLive is { } own && own < _options.TimeToLive ? own : _options.TimeToLive;
        return session.Execute(
            """
            INSERT INTO message (queue, message_id, body, subject, correlation_id, enqueued_at, expires_at, visible_at)
            VALUES ($queue, $id, $body, $subject, $correlation, $now, $expires, $visible)
            """,
            ("$queue", queue), ("$id", message.MessageId), ("$body", message.Body), ("$subject", message.Subject),
            ("$correlation", message.CorrelationId),
            ("$now", now), ("$expires", now + (long)life.TotalMilliseconds), ("$visible", now + (long)delay.TotalMilliseconds)) == 1;
    }

    /// <summary>
    /// Frees what the process before this one had locked. That it ended is no failed delivery; it is counted apart, and what was under way
    /// too often waits.
    /// </summary>
    private List<ReceivedMessage> ReleaseAll(SqliteSession session)
    {
        // Whoever held a lock is dead: the host owns the data folder alone.
        var found = session.Query(
            $"SELECT {Columns}, queue FROM message WHERE locked = 1 AND dead_at IS NULL",
            row => Received(row, row.GetString(7), until: 0) with { Deaths = row.GetInt32(6) + 1 });
        foreach (var message in found)
        {
            session.Execute(
                "UPDATE message SET locked = 0, deaths = $deaths, visible_at = $visible, delivery_count = max(delivery_count - 1, 0) "
                + "WHERE sequence = $sequence",
                ("$deaths", message.Deaths),
                ("$visible", Now() + (long)_options.WaitAfterDeaths(message.Deaths).TotalMilliseconds),
                ("$sequence", message.Sequence));
        }

        return found;
    }

    /// <summary>
    /// Whether any message is locked, whether one is that has to be handled alone, and whether such a one is to be had. A message with
    /// which the process has died is handled alone: if it dies again, the others have not been under way.
    /// </summary>
    private static (bool Locked, bool LockedAlone, bool MustBeAlone) Look(SqliteSession session, string queue, long now) =>
        session.Query(
            """
            SELECT coalesce(max(locked AND visible_at > $now), 0),
                coalesce(max(locked AND visible_at > $now AND deaths > 0), 0),
                coalesce(max(visible_at <= $now AND deaths > 0), 0)
            FROM message WHERE queue = $queue AND dead_at IS NULL AND (locked = 1 OR deaths > 0)
            """,
            row => (row.GetInt64(0) == 1, row.GetInt64(1) == 1, row.GetInt64(2) == 1),
            ("$queue", queue), ("$now", now))[0];

    private List<BuriedMessage> BurySpent(SqliteSession session, string queue, long now) => session.Query(
        """
        UPDATE message SET locked = 0, dead_at = $now,
            dead_reason = CASE WHEN delivery_count >= $max THEN $spent ELSE $expired END,
            dead_description = CASE WHEN delivery_count >= $max
                THEN 'The message was delivered ' || delivery_count || ' time(s) and never completed.'
                    || coalesce(' The last error: ' || last_error, '')
                ELSE 'The message expired before it was handled.' END
        WHERE sequence IN (
            SELECT sequence FROM message WHERE queue = $queue AND dead_at IS NULL AND expires_at <= $now
            UNION ALL
            SELECT sequence FROM message WHERE queue = $queue AND dead_at IS NULL AND delivery_count > 0 AND delivery_count >= $max)
            AND visible_at <= $now
        RETURNING message_id, dead_reason, dead_description
        """,
        row => new BuriedMessage(row.GetString(0), row.GetString(1), row.GetString(2)),
        ("$queue", queue), ("$now", now), ("$max", _options.MaxDeliveryCount),
        ("$spent", DeadLetterReasons.MaxDeliveryCountExceeded), ("$expired", DeadLetterReasons.TimeToLiveExpired));

    // Settles nothing when the lock was lost to a later delivery.
    private Task<bool> SettleAsync(
        ReceivedMessage message, string statement, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters) =>
        WriteAsync(
            session => session.Execute(
                $"{statement} WHERE sequence = $sequence AND delivery_count = $delivery AND locked = 1",
                [("$sequence", message.Sequence), ("$delivery", message.DeliveryCount), .. parameters]) == 1,
            cancellationToken);

    private Task<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken) =>
        _database.WriteAsync(work, cancellationToken);

    private static ReceivedMessage Received(SqliteRow row, string queue, long until) => new(
        queue, row.GetInt64(0), row.GetString(1), row.GetString(2), row.Text(3), row.Text(4), row.GetInt32(5),
        DateTimeOffset.FromUnixTimeMilliseconds(until), row.GetInt32(6));

    private long Now() => _clock.Now();

    /// <summary>The latest time that anything in the file was certainly written at.</summary>
    private static long LatestIn(SqliteSession session) => session.Query(
        """
        SELECT max(
            coalesce((SELECT max(enqueued_at) FROM message), 0),
            coalesce((SELECT max(seen_at) FROM seen), 0),
            coalesce((SELECT max(at) FROM probe), 0))
        """,
        row => row.GetInt64(0))[0];
}
