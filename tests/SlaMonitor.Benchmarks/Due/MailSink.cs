using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SlaMonitor.Benchmarks.Due;

/// <summary>An SMTP server on this machine that takes every mail, keeps none, and counts.</summary>
internal sealed class MailSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private Task _accepting = Task.CompletedTask;
    private long _mails;
    private long _connections;

    private MailSink()
    {
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public long Mails => Interlocked.Read(ref _mails);

    public long Connections => Interlocked.Read(ref _connections);

    public static MailSink Start()
    {
        var sink = new MailSink();
        sink._listener.Start();
        sink._accepting = sink.AcceptAsync();
        return sink;
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        await _accepting;
        _ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_ending.Token);
                Interlocked.Increment(ref _connections);
                _ = Task.Run(() => ServeAsync(client));
            }
        }
        catch (OperationCanceledException)
        {
            // Ended.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                client.NoDelay = true;
                using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
                await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
                await writer.WriteLineAsync("220 sink");
                while (await reader.ReadLineAsync(_ending.Token) is { } line)
                {
                    await writer.WriteAsync(await AnswerAsync(line, reader, writer));
                    if (line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase)) return;
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The client has gone, or the run has ended.
        }
    }

    private async Task<string> AnswerAsync(string line, StreamReader reader, StreamWriter writer)
    {
        if (line.StartsWith("EHLO", StringComparison.OrdinalIgnoreCase)) return "250-sink\r\n250-PIPELINING\r\n250 8BITMIME\r\n";
        if (!line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase)) return "250 ok\r\n";

        await writer.WriteLineAsync("354 go on");
        while (await reader.ReadLineAsync(_ending.Token) is { } text && text != ".")
        {
            // A mail that nobody reads.
        }

        return $"250 taken {Interlocked.Increment(ref _mails)}\r\n";
    }
}
