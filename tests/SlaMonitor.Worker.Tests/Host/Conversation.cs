using System.Collections.Concurrent;
using Grpc.Core;
using SlaMonitor.Worker.Tests.Host.Wire;

namespace SlaMonitor.Worker.Tests.Host;

/// <summary>The host's end of the one stream on which a worker is told what to do.</summary>
internal sealed class Conversation : FunctionRpc.FunctionRpcBase, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TaskCompletionSource<string> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> _asked = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<RpcLog> _logs = new();
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private int _questions;
    private IServerStreamWriter<StreamingMessage>? _toWorker;

    /// <summary>The id that the worker gave when it opened the stream.</summary>
    public Task<string> Started => _started.Task;

    /// <summary>What the worker has logged so far.</summary>
    public IReadOnlyList<RpcLog> Logs => [.. _logs];

    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        _toWorker = responseStream;
        try
        {
            await foreach (var message in requestStream.ReadAllAsync(context.CancellationToken)) Take(message);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The worker's process has ended.
        }
    }

    /// <summary>Tells the worker something that has no answer.</summary>
    public async Task TellAsync(StreamingMessage message)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            await _toWorker!.WriteAsync(message);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Asks the worker, and waits for its answer.</summary>
    public async Task<StreamingMessage> AskAsync(StreamingMessage question)
    {
        question.RequestId = $"question-{Interlocked.Increment(ref _questions)}";
        var answer = _asked[question.RequestId] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await TellAsync(question);
        return await answer.Task.WaitAsync(Patience);
    }

    public void Dispose() => _oneAtATime.Dispose();

    private void Take(StreamingMessage message)
    {
        if (message.ContentCase == StreamingMessage.ContentOneofCase.StartStream) _started.TrySetResult(message.StartStream.WorkerId);
        else if (message.ContentCase == StreamingMessage.ContentOneofCase.RpcLog) _logs.Enqueue(message.RpcLog);
        else if (_asked.TryRemove(message.RequestId, out var asked)) asked.SetResult(message);
    }
}
