using SlaMonitor.Local.Sqlite;

namespace SlaMonitor.Local.Tests.Sqlite;

/// <summary>Keeps a database's writer busy until it is let go, so that what is written meanwhile becomes one group.</summary>
internal sealed class HeldWriter : IDisposable
{
    private readonly ManualResetEventSlim _isHeld = new();
    private readonly ManualResetEventSlim _mayGo = new();
    private readonly Task _work;

    public HeldWriter(SqliteDatabase database)
    {
        _work = Task.Run(() => database.WriteAsync(
            _ =>
            {
                _isHeld.Set();
                _mayGo.Wait();
                return 0;
            },
            CancellationToken.None));
        _isHeld.Wait();
    }

    public async Task LetGoAsync()
    {
        _mayGo.Set();
        await _work;
    }

    public void Dispose()
    {
        _mayGo.Set();
        _work.Wait();
        _isHeld.Dispose();
        _mayGo.Dispose();
    }
}
