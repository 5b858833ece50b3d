using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SlaMonitor.Local.Sqlite;

namespace SlaMonitor.Local.Queues;

/// <summary>
/// Durable queues in one SQLite file that behave as Service Bus queues do: peek-lock, delivery count, dead letters, duplicate detection.
/// A send that has returned survives the death of the process. Locks, delays and the window are real time, whatever
/// the domain's clock shows, and whether or not the machine's is set back.
/// </summary>
public sealed class LocalQueues : IDisposable
{
    // What Service Bus (Standard) refuses is refused here, so that it is found before it is deployed.
    private const int LongestMessageId = 128;
    private const int LargestBody = 256 * 1024;

    private readonly QueueStore _store;
    private readonly QueueOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _arrivals = new(StringComparer.Ordinal);

    /// <param name="path">The file. The caller sees to it that one process alone has it open.</param>
    /// <param name="options">How the queues behave.</param>
    /// <param name="time">Real time.</param>
    /// <param name="logger">Hears what the queues give up by themselves.</param>
    public LocalQueues(string path, QueueOptions options, TimeProvider time, ILogger<LocalQueues>? logger = null)
        : this(new SqliteDatabase(path, logger: logger), options, time, logger)
    {
    }

    internal LocalQueues(SqliteDatabase database, QueueOptions options, TimeProvider time, ILogger<LocalQueues>? logger)
    {
        _store = new QueueStore(database, options, time);
        _options = options;
        _time = time;
        _logger = logger ?? NullLogger<LocalQueues>.Instance;
        if (_store.UnderWay.Count > 0) _logger.FoundUnderWay(_store.UnderWay.Count);
        foreach (var message in _store.UnderWay.Where(message => message.Deaths > options.DeathsBeforeWaiting))
            _logger.EndsTheProcess(message.MessageId, message.Queue, message.Deaths, options.WaitAfterDeaths(message.Deaths));
    }

    /// <summary>Why a message can never be sent; <c>null</c> where it can.</summary>
    public static string? Objection(QueueMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.MessageId.Length is 0 or > LongestMessageId)
            return $"The message id '{message.MessageId}' has {message.MessageId.Length} characters; 1 to {LongestMessageId} are allowed.";

        var size = Encoding.UTF8.GetByteCount(message.Body);
        return size > LargestBody ? $"The body of message '{message.MessageId}' has {size} bytes; {LargestBody} are allowed." : null;
    }

    /// <summary>Sends all messages or, when it throws, none. Repeats of an id within the window are accepted and dropped.</summary>
    /// <returns>How many were not repeats.</returns>
    public Task<int> SendAsync(string queue, IReadOnlyList<QueueMessage> messages, CancellationToken cancellationToken) =>
        SendAsync(queue, messages, TimeSpan.Zero, cancellationToken);

    /// <summary>Sends messages that come after a delay.</summary>
    /// <inheritdoc cref="SendAsync(string, IReadOnlyList{QueueMessage}, CancellationToken)"/>
    public async Task<int> SendAsync(
        string queue, IReadOnlyList<QueueMessage> messages, TimeSpan delay, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        if (messages.Select(Objection).FirstOrDefault(objection => objection is not null) is { } wrong)
            throw new ArgumentException(wrong, nameof(messages));
        var name = Name(queue);
        var added = await _store.AddAsync(name, messages, delay, cancellationToken);
        if (added > 0)
            Announce(name);
        return added;
    }

    /// <summary>Writes to the file what nobody reads, so that a full or broken disk is found out before a message needs it.</summary>
    public Task ProbeAsync(CancellationToken cancellationToken) => _store.ProbeAsync(cancellationToken);

    /// <summary>Waits until there is something and locks it.</summary>
    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(string queue, int max, CancellationToken cancellationToken)
    {
        var name = Name(queue);
        while (true)
        {
            // Taken before looking, so that what arrives after the look still wakes us.
            var arrival = _arrivals.GetOrAdd(name, _ => NewArrival()).Task;
            var locked = await _store.LockAsync(name, max, cancellationToken);
            foreach (var buried in locked.Buried) _logger.Buried(buried.MessageId, name, buried.Reason, buried.Description);
            if (locked.Messages.Count > 0)
                return locked.Messages;
            if (locked.Waits) await WaitAsync(arrival, _options.LockDuration, cancellationToken);
            else await WaitAsync(name, arrival, cancellationToken);
        }
    }

    /// <summary>Settles a message for good.</summary>
    /// <returns>False when the lock was lost: somebody else has the message now.</returns>
    public async Task<bool> CompleteAsync(ReceivedMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var settled = await _store.DeleteAsync(message, cancellationToken);
        Announce(message.Queue); // others may wait until this one is settled
        return settled;
    }

    /// <summary>Keeps the lock for another <see cref="QueueOptions.LockDuration"/>.</summary>
    /// <returns>False when the lock was lost.</returns>
    public Task<bool> RenewAsync(ReceivedMessage message, CancellationToken cancellationToken) =>
        _store.RenewAsync(message, cancellationToken);

    /// <summary>Gives a message back; it comes again after a growing delay, or is dead-lettered when it came too often.</summary>
    /// <returns>False when the lock was lost.</returns>
    public async Task<bool> AbandonAsync(ReceivedMessage message, string error, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var settled = message.DeliveryCount < _options.MaxDeliveryCount
            ? await _store.ReleaseAsync(message, _options.RedeliveryDelay(message.DeliveryCount), error, cancellationToken)
            : await _store.BuryAsync(
                message, DeadLetterReasons.MaxDeliveryCountExceeded,
                $"The message was delivered {message.DeliveryCount} time(s) and never completed. The last error: {error}",
                cancellationToken);
        Announce(message.Queue);
        return settled;
    }

    /// <summary>Gives a message back untried, as at shutdown: it can be had at once.</summary>
    public async Task<bool> ReturnAsync(ReceivedMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var settled = await _store.ReleaseAsync(message, TimeSpan.Zero, "The host was stopped.", cancellationToken);
        Announce(message.Queue);
        return settled;
    }

    /// <summary>Gives a message up.</summary>
    /// <returns>False when the lock was lost.</returns>
    public async Task<bool> DeadLetterAsync(
        ReceivedMessage message, string reason, string description, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var settled = await _store.BuryAsync(message, reason, description, cancellationToken);
        Announce(message.Queue); // others may wait until this one is settled
        return settled;
    }

    /// <summary>The dead letters from a sequence number on, oldest first.</summary>
    public IReadOnlyList<DeadLetteredMessage> DeadLetters(string queue, long from = 0, int max = 100) =>
        _store.DeadLetters(Name(queue), from, max);

    /// <summary>Sends one dead letter again, or all of them, as new messages with new ids.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="sequence">Which one; <c>null</c> for all.</param>
    /// <param name="renew">What becomes of the body.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>How many.</returns>
    public async Task<int> ResendAsync(string queue, long? sequence, Func<string, string> renew, CancellationToken cancellationToken)
    {
        var name = Name(queue);
        var resent = await _store.ResendAsync(name, sequence, renew, cancellationToken);
        if (resent > 0)
            Announce(name);
        return resent;
    }

    /// <summary>Drops a dead letter.</summary>
    /// <returns>Whether it was there.</returns>
    public Task<bool> DropAsync(string queue, long sequence, CancellationToken cancellationToken) =>
        _store.DropAsync(Name(queue), sequence, cancellationToken);

    /// <summary>The messages that wait in a queue, or are put off, lowest number first.</summary>
    public IReadOnlyList<(long Sequence, string Body)> Waiting(string queue, long from, int max) => _store.Waiting(Name(queue), from, max);

    /// <summary>Drops a message that waits.</summary>
    /// <returns>Whether it was there, and nobody is handling it.</returns>
    public Task<bool> DropWaitingAsync(string queue, long sequence, CancellationToken cancellationToken) =>
        _store.DropWaitingAsync(Name(queue), sequence, cancellationToken);

    /// <summary>Empties the log that is written ahead of the queues' file: it keeps what was deleted until then.</summary>
    public void CutLog() => _store.CutLog();

    /// <summary>What a queue holds.</summary>
    public QueueCounts Count(string queue) => _store.Count().GetValueOrDefault(Name(queue), new QueueCounts(0, 0));

    /// <summary>
    /// Whether none of these queues holds a message that waits or is being handled, as of one moment. One that was put off does not count.
    /// </summary>
    public bool AreIdle(IEnumerable<string> queues)
    {
        var counts = _store.Count();
        return queues.All(queue => counts.GetValueOrDefault(Name(queue)) is null or { Active: 0 });
    }

    public void Dispose() => _store.Dispose();

    private static TaskCompletionSource NewArrival() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Entity names ignore case.
    private static string Name(string queue)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(queue);
        return queue.ToLowerInvariant();
    }

    private void Announce(string queue)
    {
        if (_arrivals.TryRemove(queue, out var arrival))
            arrival.TrySetResult();
    }

    private async Task WaitAsync(string queue, Task arrival, CancellationToken cancellationToken)
    {
        // Nothing to be had now: sleep until a lock or a delay runs out, or something is sent.
        var wait = _store.UntilNextVisible(queue);
        if (wait <= TimeSpan.Zero)
            return;
        await WaitAsync(arrival, wait ?? Timeout.InfiniteTimeSpan, cancellationToken);
    }

    private async Task WaitAsync(Task arrival, TimeSpan wait, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(arrival, Task.Delay(wait, _time, waiting.Token));
        await waiting.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }
}
