using Microsoft.Data.Sqlite;

namespace SlaMonitor.Local.Sqlite;

/// <summary>
/// The one writer of a database. A commit waits for the disk, so all that is queued meanwhile goes into the next one: the disk is asked
/// once for each group and not for each write. Each write has a savepoint, so that one that fails, or undoes itself, takes nothing of the
/// others with it. Nobody is answered before the commit.
/// </summary>
/// <remarks>
/// Where nobody else writes, the caller's own thread does the work: a hand-over would cost more than it brings. What is queued by then is
/// done by a thread that is kept for it, so that no caller works for others longer than for one group.
/// </remarks>
/// <param name="open">Opens the connection that is kept.</param>
/// <param name="throwIfGone">Refuses a file that is no longer at its path.</param>
internal sealed class SqliteWriter(Func<SqliteSession> open, Action throwIfGone) : IDisposable
{
    // Who is first in a group waits for the last: some milliseconds for so many.
    private const int LargestGroup = 256;

    private const string Savepoint = "SAVEPOINT work";
    private const string Rollback = "ROLLBACK TO work";
    private const string Release = "RELEASE work";

    private readonly object _gate = new();
    private readonly Queue<QueuedWrite> _waiting = [];
    private readonly List<QueuedWrite> _group = [];
    private SqliteSession? _session; // belongs to whoever has set _isBusy
    private Thread? _thread;
    private bool _isBusy;
    private bool _isHandedOver;
    private bool _isEnding;

    /// <summary>Does a work in a transaction, perhaps together with others.</summary>
    /// <returns>What it answers, after the commit.</returns>
    /// <exception cref="SqliteException">It has failed, or the commit has.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled before its turn came; nothing is written.</exception>
    public Task<T> RunAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        var write = new AnsweredWrite<T>(work, cancellationToken);
        lock (_gate)
        {
            _waiting.Enqueue(write);
            if (_isBusy) return write.Done;
            _isBusy = true;
        }

        try
        {
            RunGroup();
        }
        finally
        {
            End();
        }

        return write.Done;
    }

    /// <summary>Finishes what is queued, and closes the connection. What comes later opens another.</summary>
    public void Dispose()
    {
        Thread? thread;
        lock (_gate)
        {
            while (_isBusy) Monitor.Wait(_gate);
            _isBusy = true;
            (thread, _thread, _isEnding) = (_thread, null, true);
            Monitor.PulseAll(_gate);
        }

        thread?.Join();
        CloseSession();
        lock (_gate) _isEnding = false;
        End();
    }

    /// <summary>Gives the right to write back, or to the thread where somebody waits.</summary>
    private void End()
    {
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                _isBusy = false;
            }
            else
            {
                _isHandedOver = true;
                if (_thread is null)
                {
                    _thread = new Thread(RunGroups) { IsBackground = true, Name = "SQLite writer" };
                    _thread.Start();
                }
            }

            Monitor.PulseAll(_gate);
        }
    }

    private void RunGroups()
    {
        while (true)
        {
            lock (_gate)
            {
                while (!_isHandedOver && !_isEnding) Monitor.Wait(_gate);
                if (!_isHandedOver) return;
            }

            RunGroup();
            lock (_gate)
            {
                if (_waiting.Count > 0) continue;
                _isHandedOver = _isBusy = false;
                Monitor.PulseAll(_gate);
            }
        }
    }

    private void RunGroup()
    {
        lock (_gate)
        {
            while (_group.Count < LargestGroup && _waiting.TryDequeue(out var next))
            {
                if (!next.IsCancelled()) _group.Add(next);
            }
        }

        if (_group.Count == 0) return;

        try
        {
            Commit();
            foreach (var write in _group)
            {
                if (write.Failure is { } failure) write.Fail(failure);
                else write.Answer();
            }
        }
#pragma warning disable CA1031 // Everybody in the group is told, whatever it is.
        catch (Exception e)
#pragma warning restore CA1031
        {
            CloseSession(); // which rolls back
            foreach (var write in _group) write.Fail(write.Failure ?? e);
        }
        finally
        {
            _group.Clear();
        }
    }

    private void Commit()
    {
        throwIfGone();
        var session = _session ??= open();
        // "Immediate", as it takes the write lock at the start: a transaction that reads first could otherwise lose it on the way.
        session.Execute("BEGIN IMMEDIATE");
        var isOutage = false;
        foreach (var write in _group)
        {
            session.Redo();
            session.Execute(Savepoint);
            write.Run(session);
            if (write.Failure is { } failure && !session.IsInTransaction) throw failure; // SQLite has undone the others too
            if (session.IsUndone || write.Failure is not null) session.Execute(Rollback);
            session.Execute(Release);
            isOutage |= write.Failure is SqliteException e && SqliteOutage.Is(e);
        }

        session.Execute("COMMIT");
        throwIfGone();
        if (isOutage) CloseSession(); // another connection may find the file well again
    }

    private void CloseSession()
    {
        _session?.Dispose();
        _session = null;
    }
}
