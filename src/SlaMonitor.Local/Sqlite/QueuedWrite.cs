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
