using System.Text;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.Tests.Scale;

/// <summary>A queue in memory: what is taken from it nobody else gets. Every request can be made to take its time.</summary>
internal sealed class MemoryQueue : INotificationQueue
{
    /// <summary>How much goes into one request, as in Service Bus Standard.</summary>
    private const int BatchBytes = 256 * 1024;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Queue<OutgoingMessage> _messages = new();
    private readonly Queue<TaskCompletionSource<OutgoingMessage?>> _takers = new();
    private int _unfinished;
    private bool _isClosed;
    private int _requests;

    /// <summary>What a request does before it is answered.</summary>
    public Func<Task> Request { get; set; } = () => Task.CompletedTask;

    /// <summary>Whether a message is dropped whose id was there before, as Service Bus does for a while.</summary>
    public bool DropsRepeats { get; init; } = true;

    /// <summary>How many requests there were.</summary>
    public int Requests => _requests;

    /// <summary>How many messages were put on the queue and not dropped.</summary>
    public int Messages { get; private set; }

    /// <summary>How many messages were dropped.</summary>
    public int Repeats { get; private set; }

    public async Task<IReadOnlyList<RefusedMessage>> SendAsync(
        IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        for (var (sent, bytes) = (0, 0); sent < messages.Count; bytes = 0)
        {
            var batch = messages.Skip(sent).TakeWhile(one => (bytes += Encoding.UTF8.GetByteCount(one.Body)) <= BatchBytes).ToList();
            await PassAsync();
            cancellationToken.ThrowIfCancellationRequested();
            lock (_lock) batch.ForEach(Put);
            sent += batch.Count;
        }

        return [];
    }

    /// <summary>What is put off comes at once: here it waits for nothing but another delivery, which is about to be done.</summary>
    public Task SendLaterAsync(OutgoingMessage message, TimeSpan wait, CancellationToken cancellationToken) =>
        SendAsync([message], cancellationToken);

    public Task<QueueDepth?> MeasureAsync(CancellationToken cancellationToken) => Task.FromResult<QueueDepth?>(null);

    /// <summary>The next message, as soon as there is one; <c>null</c> when the queue is closed and all of it is done.</summary>
    public async Task<OutgoingMessage?> TakeAsync()
    {
        var taker = new TaskCompletionSource<OutgoingMessage?>(
            SynchronizationContext.Current is VirtualTime ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _takers.Enqueue(taker);
            Serve();
        }

        var message = await taker.Task;
        if (message is not null) await PassAsync();
        return message;
    }

    /// <summary>A message is done and never comes again.</summary>
    public async Task CompleteAsync()
    {
        await PassAsync();
        lock (_lock)
        {
            _unfinished--;
            Serve();
        }
    }

    /// <summary>Nobody will put anything on the queue any more.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            Serve();
        }
    }

    private void Put(OutgoingMessage message)
    {
        if (!_ids.Add(message.MessageId) && DropsRepeats)
        {
            Repeats++;
            return;
        }

        Messages++;
        _unfinished++;
        _messages.Enqueue(message);
        Serve();
    }

    private void Serve()
    {
        while (_takers.Count > 0 && _messages.Count > 0) _takers.Dequeue().SetResult(_messages.Dequeue());
        while (_takers.Count > 0 && _isClosed && _unfinished == 0) _takers.Dequeue().SetResult(null);
    }

    private Task PassAsync()
    {
        Interlocked.Increment(ref _requests);
        return Request();
    }
}
