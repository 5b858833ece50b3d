using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SlaMonitor.EndToEnd.Fuzz;

/// <summary>
/// What the machine takes for the least that an input needs: a byte over a socket to another thread, 4 KiB to the disk, and a byte back.
/// Nothing of the program is in it, so that what is slow beside a slow round is the machine's slowness.
/// </summary>
internal sealed class BareRounds : IDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentQueue<(long From, long To)> _rounds = [];
    private readonly ManualResetEventSlim _stop = new();
    private readonly FileStream _file;
    private readonly Socket _near = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly Socket _far;
    private readonly Thread[] _threads;

    /// <param name="folder">Where it writes: on the disk that the program writes to.</param>
    public BareRounds(string folder)
    {
        _file = new FileStream(Path.Combine(folder, "bare-rounds"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        using var listener = new Socket(SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        _near.Connect(listener.LocalEndPoint!);
        _far = listener.Accept();
        _far.NoDelay = true;
        _threads = [new Thread(Ask), new Thread(Answer)];
        foreach (var thread in _threads) thread.Start();
    }

    /// <summary>How many there were.</summary>
    public int Count => _rounds.Count;

    /// <summary>The longest.</summary>
    public TimeSpan Slowest => LongestBetween(long.MinValue, long.MaxValue);

    /// <summary>How many took longer than a time.</summary>
    public int Over(TimeSpan time) => _rounds.Count(round => Stopwatch.GetElapsedTime(round.From, round.To) > time);

    /// <summary>The longest of those that were under way between two timestamps.</summary>
    public TimeSpan LongestBetween(long from, long to) => _rounds
        .Where(round => round.From < to && round.To > from)
        .Select(round => Stopwatch.GetElapsedTime(round.From, round.To))
        .DefaultIfEmpty()
        .Max();

    public void Dispose()
    {
        Stop();
        _near.Dispose();
        _far.Dispose();
        _file.Dispose();
        _stop.Dispose();
    }

    /// <summary>Ends it; what it has measured stays.</summary>
    public void Stop()
    {
        _stop.Set();
        foreach (var thread in _threads) thread.Join();
    }

    private void Ask()
    {
        var answer = new byte[1];
        while (!_stop.Wait(Between))
        {
            var from = Stopwatch.GetTimestamp();
            _near.Send([0]);
            if (_near.Receive(answer) == 0) break;

            _rounds.Enqueue((from, Stopwatch.GetTimestamp()));
        }

        _near.Shutdown(SocketShutdown.Both);
    }

    private void Answer()
    {
        var (asked, page) = (new byte[1], new byte[4096]);
        while (_far.Receive(asked) > 0)
        {
            _file.Position = 0;
            _file.Write(page);
            _file.Flush(flushToDisk: true);
            _far.Send(asked);
        }
    }
}
