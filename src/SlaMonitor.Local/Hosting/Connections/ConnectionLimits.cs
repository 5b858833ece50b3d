using System.Globalization;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using SlaMonitor.Local.Hosting.Settings;

namespace SlaMonitor.Local.Hosting.Connections;

/// <summary>
/// What callers may take of this process, so that nobody who only holds connections open keeps others from being answered.
/// </summary>
/// <param name="Connections">How many connections are open at once.</param>
/// <param name="OpenFiles">How many files the process may have open; <c>null</c> where that is not limited.</param>
internal sealed record ConnectionLimits(int Connections, int? OpenFiles)
{
    private const int Most = 10_000;
    private const int Least = 64;

    // The databases, mail servers, calendars and .NET itself need files too: 261 at the start, 325 under load.
    private const int Reserved = 512;

    // What is being closed or refused has its connection for a moment still.
    private const int BeingClosed = 128;

    // Longer than proxies keep theirs (nginx: 60 s), so that it is the proxy that closes, and no request meets a closing connection.
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Headers = TimeSpan.FromSeconds(15);
    private static readonly MinDataRate Body = new(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(10));

    /// <summary>The limits for a process.</summary>
    /// <param name="wanted">What is set; <c>null</c> leaves it to what the process may open.</param>
    /// <param name="openFiles">How many files it may have open, if that is limited.</param>
    /// <exception cref="LocalHostException">It may open so few that it would end in the middle of its work.</exception>
    public static ConnectionLimits Of(int? wanted, int? openFiles)
    {
        if (openFiles < Reserved + Least)
        {
            throw new LocalHostException(
                $"error: this process may have {openFiles} files open, and needs {Reserved + Least}: "
                + $"raise the limit (ulimit -n; LimitNOFILE= of systemd; --ulimit nofile= of Docker)");
        }

        var room = openFiles - Reserved ?? int.MaxValue;
        return new(Math.Min(wanted ?? Most, room), openFiles);
    }

    public void Apply(KestrelServerLimits limits)
    {
        limits.MaxConcurrentConnections = Connections + BeingClosed;
        limits.MaxConcurrentUpgradedConnections = 0;
        limits.KeepAliveTimeout = Idle;
        limits.RequestHeadersTimeout = Headers;
        limits.MinRequestBodyDataRate = Body;
        limits.MinResponseDataRate = Body;
    }

    public override string ToString()
    {
        var files = OpenFiles is { } most ? $" ({most} files may be open)" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Connections} connections{files}; {Idle.TotalSeconds} s idle, {Headers.TotalSeconds} s for headers, "
            + $"bodies at {Body.BytesPerSecond} bytes/s or more");
    }
}
