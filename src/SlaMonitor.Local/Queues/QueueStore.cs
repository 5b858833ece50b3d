using Microsoft.Data.Sqlite;
using SlaMonitor.Local.Sqlite;

namespace SlaMonitor.Local.Queues;

/// <summary>
/// The queues' file: every method is one transaction. SQLite has one writer, so writers queue here, where waiting costs no thread.
/// </summary>
internal sealed class QueueStore : IDisposable
{
    private const string Columns = "sequence, message_id, body, subject, correlation_id, delivery_count";

    private readonly SqliteDatabase _database;
    private readonly QueueOptions _options;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _writer = new(1);

    public QueueStore(string path, QueueOptions options, TimeProvider time)
    {
        _database = new SqliteDatabase(path);
        _options = options;
        _time = time;
        _database.CreateSchema(QueueSchema.Sql);
        using var connection = _database.Open();
        // Whoever held a lock is dead: the host owns the data folder alone.
        connection.Execute("UPDATE message SET locked = 0, visible_at = 0 WHERE locked = 1");
    }

    /// <summary>Adds what is not a duplicate.</summary>
    /// <returns>How many were added.</returns>
    public Task<int> AddAsync(string queue, IReadOnlyList<QueueMessage> messages, CancellationToken cancellationToken) => WriteAsync(
        connection =>
        {
            var now = Now();
            var forgotten = now - (long)_options.DuplicateDetectionWindow.TotalMilliseconds;
            connection.Execute("DELETE FROM seen WHERE seen_at <= $forgotten", ("$forgotten", forgotten));
            return messages.Count(message => IsNew(connection, queue, message.MessageId, now) && Insert(connection, queue, message, now));
        },
        cancellationToken);

    /// <summary>Locks the oldest messages that are to be had; those that are spent are dead-lettered on the way.</summary>
    public Task<List<ReceivedMessage>> LockAsync(string queue, int max, CancellationToken cancellationToken) => WriteAsync(
        connection =>
        {
            var now = Now();
            DeadLetterSpent(connection, queue, now);
            var until = now + (long)_options.LockDuration.TotalMilliseconds;
            return connection.Query(
                $"""
                UPDATE message SET locked = 1, visible_at = $until, delivery_count = delivery_count + 1 WHERE sequence IN (
                    SELECT sequence FROM message
                    WHERE queue = $queue AND dead_at IS NULL AND visible_at <= $now ORDER BY sequence LIMIT $max)
                RETURNING {Columns}
                """,
                row => Received(row, queue, until),
                ("$queue", queue), ("$now", now), ("$until", until), ("$max", max))
                .OrderBy(message => message.Sequence)
                .ToList();
        },
        cancellationToken);

    /// <summary>When the next message can be had, or null when the queue is empty.</summary>
    public DateTimeOffset? NextVisibleAt(string queue)
    {
        using var connection = _database.Open();
        return connection.Query(
            "SELECT visible_at FROM message WHERE queue = $queue AND dead_at IS NULL ORDER BY visible_at LIMIT 1",
            row => (DateTimeOffset?)DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)),
            ("$queue", queue)).FirstOrDefault();
    }

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

    /// <summary>Puts dead letters back as new messages, past duplicate detection: their ids are of course known.</summary>
    public Task<int> ReplayAsync(string queue, long? sequence, CancellationToken cancellationToken) => WriteAsync(
        connection =>
        {
            const string Chosen = "queue = $queue AND dead_at IS NOT NULL AND ($sequence IS NULL OR sequence = $sequence)";
            var now = Now();
            var replayed = connection.Execute(
                $"""
                INSERT INTO message (queue, message_id, body, subject, correlation_id, enqueued_at, expires_at, visible_at)
                SELECT queue, message_id, body, subject, correlation_id, $now, $expires, $now FROM message WHERE {Chosen} ORDER BY sequence
                """,
                ("$queue", queue), ("$sequence", sequence), ("$now", now), ("$expires", now + (long)_options.TimeToLive.TotalMilliseconds));
            connection.Execute($"DELETE FROM message WHERE {Chosen}", ("$queue", queue), ("$sequence", sequence));
            return replayed;
        },
        cancellationToken);

    public List<DeadLetteredMessage> DeadLetters(string queue, int max)
    {
        using var connection = _database.Open();
        return connection.Query(
            $"SELECT {Columns}, dead_reason, dead_description, enqueued_at, dead_at FROM message WHERE queue = $queue AND dead_at IS NOT "
            + "NULL ORDER BY sequence LIMIT $max",
            row => new DeadLetteredMessage(
                row.GetInt64(0), row.GetString(1), row.GetString(2), row.Text(3), row.Text(4), row.GetInt32(5), row.GetString(6),
                row.GetString(7), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(8)),
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(9))),
            ("$queue", queue), ("$max", max));
    }

    /// <summary>The counts of every queue that holds anything, as of one moment.</summary>
    public Dictionary<string, QueueCounts> Count()
    {
        using var connection = _database.Open();
        return connection.Query(
            "SELECT queue, count(*) FILTER (WHERE dead_at IS NULL), count(*) FILTER (WHERE dead_at IS NOT NULL) FROM "
            + "message GROUP BY queue",
            row => KeyValuePair.Create(row.GetString(0), new QueueCounts(row.GetInt64(1), row.GetInt64(2))))
            .ToDictionary(StringComparer.Ordinal);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _database.Dispose();
    }

    private static bool IsNew(SqliteConnection connection, string queue, string messageId, long now) =>
        connection.Execute(
            "INSERT INTO seen (queue, message_id, seen_at) VALUES ($queue, $id, $now) ON CONFLICT DO NOTHING",
            ("$queue", queue), ("$id", messageId), ("$now", now)) == 1;

    private bool Insert(SqliteConnection connection, string queue, QueueMessage message, long now)
    {
        var life = message.TimeToLive is { } own && own < _options.TimeToLive ? own : _options.TimeToLive;
        return connection.Execute(
            """
            INSERT INTO message (queue, message_id, body, subject, correlation_id, enqueued_at, expires_at, visible_at)
            VALUES ($queue, $id, $body, $subject, $correlation, $now, $expires, $now)
            """,
            ("$queue", queue), ("$id", message.MessageId), ("$body", message.Body), ("$subject", message.Subject),
            ("$correlation", message.CorrelationId),
            ("$now", now), ("$expires", now + (long)life.TotalMilliseconds)) == 1;
    }

    private void DeadLetterSpent(SqliteConnection connection, string queue, long now) => connection.Execute(
        """
        UPDATE message SET locked = 0, dead_at = $now,
            dead_reason = CASE WHEN delivery_count >= $max THEN $spent ELSE $expired END,
            dead_description = CASE WHEN delivery_count >= $max
                THEN 'The message was delivered ' || delivery_count || ' times and never completed.'
                    || coalesce(' The last error: ' || last_error, '')
                ELSE 'The message expired before it was handled.' END
        WHERE queue = $queue AND dead_at IS NULL AND visible_at <= $now AND (delivery_count >= $max OR expires_at <= $now)
        """,
        ("$queue", queue), ("$now", now), ("$max", _options.MaxDeliveryCount),
        ("$spent", DeadLetterReasons.MaxDeliveryCountExceeded), ("$expired", DeadLetterReasons.TimeToLiveExpired));

    // Settles nothing when the lock was lost to a later delivery.
    private Task<bool> SettleAsync(
        ReceivedMessage message, string statement, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters) =>
        WriteAsync(
            connection => connection.Execute(
                $"{statement} WHERE sequence = $sequence AND delivery_count = $delivery AND locked = 1",
                [("$sequence", message.Sequence), ("$delivery", message.DeliveryCount), .. parameters]) == 1,
            cancellationToken);

    private async Task<T> WriteAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken);
        try
        {
            using var connection = _database.Open();
            // "Immediate", as it takes the write lock at the start: a transaction that reads first could otherwise lose it on the way.
            using var transaction = connection.BeginTransaction(deferred: false);
            var result = work(connection);
            transaction.Commit();
            return result;
        }
        finally
        {
            _writer.Release();
        }
    }

    private static ReceivedMessage Received(SqliteDataReader row, string queue, long until) => new(
        queue, row.GetInt64(0), row.GetString(1), row.GetString(2), row.Text(3), row.Text(4), row.GetInt32(5),
        DateTimeOffset.FromUnixTimeMilliseconds(until));

    private long Now() => _time.GetUtcNow().ToUnixTimeMilliseconds();
}
