using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SlaMonitor.Local.Tests.Mailers;

/// <summary>
/// An SMTP server on a free loopback port that plays a script to one client: for a command (or the pseudo-commands
/// <c>CONNECT</c> and <c>CONTENT</c>) a reply of its own; <see cref="Silence"/> says nothing, <see cref="HangUp"/> closes the
/// connection. It keeps what it was told.
/// </summary>
internal sealed class ScriptedSmtpServer : IAsyncDisposable
{
    public const string Silence = "";
    public const string HangUp = "\0";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _silent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, string> _replies = new(StringComparer.OrdinalIgnoreCase)
    {
        ["CONNECT"] = "220 test ready",
        ["EHLO"] = "250-test\r\n250-AUTH PLAIN\r\n250 8BITMIME",
        ["AUTH"] = "235 welcome",
        ["MAIL"] = "250 sender ok",
        ["RCPT"] = "250 recipient ok",
        ["DATA"] = "354 go ahead",
        ["CONTENT"] = "250 queued as 4711",
        ["QUIT"] = "221 bye",
        ["RSET"] = "250 ok",
    };

    private readonly Task _serving;

    public ScriptedSmtpServer(params (string Command, string Reply)[] script)
    {
        foreach (var (command, reply) in script) _replies[command] = reply;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _serving = ServeAsync();
    }

    public int Port { get; }

    /// <summary>Every command line, in order.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>The lines between DATA and the dot exactly as they were on the wire, dots still stuffed.</summary>
    public List<string> WireLines { get; } = [];

    /// <summary>Done when the server has reached a <see cref="Silence"/> of its script.</summary>
    public Task Silent => _silent.Task;

    /// <summary>The message as a server would keep it: dots unstuffed.</summary>
    public byte[] Content => Encoding.Latin1.GetBytes(
        string.Concat(WireLines.Select(line => (line.StartsWith('.') ? line[1..] : line) + "\r\n")));

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _serving;
        _listener.Stop();
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            using var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
            await TalkAsync(client.GetStream());
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException)
        {
            // The test is over, or the client has gone.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        // Latin-1 keeps every byte: what is not ASCII on the wire stays visible to the test.
        using var reader = new StreamReader(stream, Encoding.Latin1);
        if (!await AnswerAsync(stream, "CONNECT")) return;
        while (await reader.ReadLineAsync(_stopping.Token) is { } line)
        {
            Commands.Add(line);
            var command = line.Split(' ')[0];
            if (!await AnswerAsync(stream, command)) return;
            if (!IsData(command)) continue;

            while (await reader.ReadLineAsync(_stopping.Token) is { } content && content is not ".") WireLines.Add(content);
            if (!await AnswerAsync(stream, "CONTENT")) return;
        }
    }

    private bool IsData(string command) =>
        string.Equals(command, "DATA", StringComparison.OrdinalIgnoreCase) && _replies["DATA"].StartsWith("354", StringComparison.Ordinal);

    private async Task<bool> AnswerAsync(NetworkStream stream, string command)
    {
        switch (_replies.GetValueOrDefault(command, "502 not implemented"))
        {
            case HangUp:
                return false;
            case Silence:
                _silent.SetResult();
                await new TaskCompletionSource().Task.WaitAsync(_stopping.Token);
                return false;
            case var reply:
                await stream.WriteAsync(Encoding.ASCII.GetBytes(reply + "\r\n"), _stopping.Token);
                return true;
        }
    }
}
