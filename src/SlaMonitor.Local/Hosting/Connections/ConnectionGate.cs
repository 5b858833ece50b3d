using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SlaMonitor.Local.Hosting.Connections;

/// <summary>
/// Lets a new connection in while there is room. Where there is none, the one closes that has been without a request for the longest time;
/// where every one is being answered, the new one is told 503 at once.
/// </summary>
internal sealed class ConnectionGate(ConnectionLimits limits, TimeProvider time, ILogger<ConnectionGate> logger)
{
    private static readonly TimeSpan SaidOften = TimeSpan.FromMinutes(1);

    private static readonly ReadOnlyMemory<byte> Refusal =
        "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 30\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray();

    private readonly Lock _gate = new();
    private readonly HashSet<OpenConnection> _open = [];
    private long? _said;

    /// <summary>The way of a connection, before anything of it is read.</summary>
    public async Task RunAsync(ConnectionContext context, ConnectionDelegate next)
    {
        var connection = new OpenConnection(context, time.GetTimestamp());
        if (!TryEnter(connection))
        {
            await context.Transport.Output.WriteAsync(Refusal);
            return;
        }

        try
        {
            context.Items[typeof(OpenConnection)] = connection;
            await next(context);
        }
        finally
        {
            lock (_gate) _open.Remove(connection);
        }
    }

    /// <summary>
    /// The way of a request that has come in whole: its connection is not closed until it is answered. A body that trickles in does not
    /// hold its connection.
    /// </summary>
    public async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IConnectionItemsFeature>()?.Items[typeof(OpenConnection)] is not OpenConnection connection)
        {
            await next(context);
            return;
        }

        lock (_gate)
        {
            if (!_open.Contains(connection)) return; // it is being closed: nothing may be stored that is never answered
            connection.Requests++;
        }

        try
        {
            await next(context);
        }
        finally
        {
            lock (_gate)
            {
                connection.Requests--;
                connection.LastUsed = time.GetTimestamp();
            }
        }
    }

    private bool TryEnter(OpenConnection connection)
    {
        OpenConnection? oldest = null;
        lock (_gate)
        {
            if (_open.Count >= limits.Connections)
            {
                oldest = _open.Where(open => open.Requests == 0).MinBy(open => open.LastUsed);
                SayFull();
                if (oldest is null) return false;
                _open.Remove(oldest);
            }

            _open.Add(connection);
        }

        oldest?.Context.Abort(new ConnectionAbortedException("There are too many connections, and this one had no request."));
        return true;
    }

    private void SayFull()
    {
        if (_said is { } last && time.GetElapsedTime(last) < SaidOften) return;
        _said = time.GetTimestamp();
        logger.ConnectionsFull(limits.Connections);
    }

    private sealed class OpenConnection(ConnectionContext context, long opened)
    {
        public ConnectionContext Context => context;

        public long LastUsed { get; set; } = opened;

        public int Requests { get; set; }
    }
}
