namespace SlaMonitor.Local.Sqlite;

/// <summary>A write of which somebody expects an answer.</summary>
internal sealed class AnsweredWrite<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken) : QueuedWrite
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _answer;

    public Task<T> Done => _done.Task;

    /// <inheritdoc />
    public override bool IsCancelled() => cancellationToken.IsCancellationRequested && _done.TrySetCanceled(cancellationToken);

    /// <inheritdoc />
    public override void Answer() => _done.TrySetResult(_answer!);

    /// <inheritdoc />
    public override void Fail(Exception e) => _done.TrySetException(e);

    /// <inheritdoc />
    protected override void Work(SqliteSession session) => _answer = work(session);
}
