using SlaMonitor.Local.Sqlite;
using SQLitePCL;

namespace SlaMonitor.Local.Tests.Sqlite;

/// <summary>Counts what SQLite itself says that it did on one connection.</summary>
internal sealed class StatementCount
{
    private int _statements;
    private int _commits;

    public StatementCount(SqliteSession session)
    {
        strdelegate_trace count = (_, _) => Interlocked.Increment(ref _statements);
        raw.sqlite3_trace(session.Connection.Handle, count, null);
        raw.sqlite3_commit_hook(
            session.Connection.Handle,
            _ =>
            {
                Interlocked.Increment(ref _commits);
                return 0; // goes on
            },
            null);
    }

    public int Statements => _statements;

    /// <summary>Commits of transactions that could write. One that did waits for the disk, once.</summary>
    public int Commits => _commits;

    public void Reset() => (_statements, _commits) = (0, 0);
}
