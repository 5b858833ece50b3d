namespace SlaMonitor.Local.Sqlite;

/// <summary>A write that waits for its turn, and whoever waits for it.</summary>
internal abstract class QueuedWrite
{
    /// <summary>Whether it has failed: nothing of it may stay in the transaction.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Tells whoever gave up waiting that nothing was written.</summary>
    /// <returns>Whether it was given up.</returns>
    public abstract bool IsCancelled();

    /// <summary>Does the work in the open transaction, and keeps its answer or what went wrong until the commit.</summary>
    public void Run(SqliteSession session)
    {
        try
        {
            Work(session);
        }
#pragma warning disable CA1031 // Whatever it is, it belongs to this work, and its caller is told.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Failure = e;
        }
    }

    /// <summary>Gives the answer out, after the commit.</summary>
    public abstract void Answer();

    /// <summary>Says that nothing was written, or that nobody knows.</summary>
    public abstract void Fail(Exception e);

    protected abstract void Work(SqliteSession session);
}

/// <inheritdoc />
internal sealed class QueuedWrite<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken) : QueuedWrite
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
