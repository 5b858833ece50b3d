using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SlaMonitor.EndToEnd.Stored;

/// <summary>Answers every request with one calendar.</summary>
internal sealed class CalendarServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stopping = new();
    private readonly byte[] _answer;
    private readonly Task _serving;

    /// <param name="calendar">The calendar in iCalendar format.</param>
    /// <param name="port">The port; 0 takes a free one.</param>
    public CalendarServer(string calendar, int port)
    {
        var body = Encoding.UTF8.GetBytes(calendar);
        var head =
            $"HTTP/1.1 200 OK\r\nContent-Type: text/calendar; charset=utf-8\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n";
        _answer = [.. Encoding.ASCII.GetBytes(head), .. body];
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _serving;
        _listener.Stop();
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
                using var reader = new StreamReader(client.GetStream(), Encoding.ASCII, leaveOpen: true);
                while (await reader.ReadLineAsync(_stopping.Token) is { Length: > 0 })
                {
                    // Whatever is asked for, the answer is the same.
                }

                await client.GetStream().WriteAsync(_answer, _stopping.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException)
            {
                // The test is over, or the program has hung up.
            }
        }
    }
}
