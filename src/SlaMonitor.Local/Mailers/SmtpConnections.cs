using System.Security.Cryptography.X509Certificates;

namespace SlaMonitor.Local.Mailers;

/// <summary>
/// The conversations with the SMTP server: a few at once, each kept for the mails that follow. A server counts connections, and what one
/// costs (TCP, TLS, the login) is more than the mail.
/// </summary>
internal sealed class SmtpConnections(SmtpOptions options, TimeProvider time) : IDisposable
{
    /// <summary>How many are open at once: mail servers refuse a client that has dozens.</summary>
    internal const int MostAtOnce = 8;

    /// <summary>How many mails one takes: many servers close a connection that has brought some hundred.</summary>
    internal const int MostMails = 100;

    /// <summary>How long one is kept that nobody uses. Servers wait five minutes (RFC 5321, 4.5.3.2.7), some less.</summary>
    internal static readonly TimeSpan KeptIdle = TimeSpan.FromSeconds(15);

    /// <summary>How long a goodbye may take: nothing depends on it.</summary>
    private static readonly TimeSpan GoodbyeWithin = TimeSpan.FromSeconds(2);

    private readonly Lazy<X509Certificate2Collection> _authorities = new(options.ReadAuthorities);
    private readonly SemaphoreSlim _room = new(MostAtOnce);
    private readonly Lock _using = new();
    private readonly List<SmtpConnection> _idle = []; // the one used last comes last
    private ITimer? _closing;
    private bool _isOver;

    /// <summary>Waits until another mail may be sent.</summary>
    public Task EnterAsync(CancellationToken cancellationToken) => _room.WaitAsync(cancellationToken);

    /// <summary>Lets the next one in.</summary>
    public void Leave() => _room.Release();

    /// <summary>The one that was used last of those that are open; <c>null</c> where none is.</summary>
    public SmtpConnection? TakeIdle()
    {
        lock (_using)
        {
            if (_idle.Count == 0) return null;

            var last = _idle[^1];
            _idle.RemoveAt(_idle.Count - 1);
            return last;
        }
    }

    /// <summary>One that is not open yet.</summary>
    public SmtpConnection New() => new(options, new ServerTrust(options.Host!, _authorities.Value));

    /// <summary>Keeps one for the next mail, or closes it where it cannot take another.</summary>
    public void Return(SmtpConnection connection)
    {
        if (!connection.IsAlive)
        {
            connection.Dispose();
            return;
        }

        lock (_using)
        {
            if (!_isOver && connection.Mails < MostMails)
            {
                connection.UsedAt = time.GetTimestamp();
                _idle.Add(connection);
                _closing ??= time.CreateTimer(_ => CloseIdle(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                if (_idle.Count == 1) _closing.Change(KeptIdle, Timeout.InfiniteTimeSpan);
                return;
            }
        }

        _ = CloseAsync(connection);
    }

    /// <summary>Says goodbye on all that are idle; those in use are closed when they come back.</summary>
    public void Dispose()
    {
        List<SmtpConnection> idle;
        lock (_using)
        {
            (_isOver, idle) = (true, [.. _idle]);
            _idle.Clear();
            _closing?.Dispose();
        }

        Task.WhenAll(idle.Select(CloseAsync)).GetAwaiter().GetResult();
        _room.Dispose();
    }

    private void CloseIdle()
    {
        List<SmtpConnection> old;
        lock (_using)
        {
            if (_isOver) return;

            old = _idle.FindAll(connection => time.GetElapsedTime(connection.UsedAt) >= KeptIdle);
            _idle.RemoveAll(old.Contains);
            if (_idle.Count > 0) _closing!.Change(KeptIdle - time.GetElapsedTime(_idle[0].UsedAt), Timeout.InfiniteTimeSpan);
        }

        foreach (var connection in old) _ = CloseAsync(connection);
    }

    private async Task CloseAsync(SmtpConnection connection)
    {
        using var within = new CancellationTokenSource(GoodbyeWithin, time);
        await connection.CloseAsync(within.Token);
    }
}
