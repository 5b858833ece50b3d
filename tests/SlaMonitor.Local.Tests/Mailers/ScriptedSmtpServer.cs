using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using SlaMonitor.Local.Mailers;

namespace SlaMonitor.Local.Tests.Mailers;

/// <summary>
/// An SMTP server on a free loopback port that plays a script to one client after the other: for a command (or the pseudo-commands
/// <c>CONNECT</c> and <c>CONTENT</c>) a reply of its own; <see cref="Silence"/> says nothing, <see cref="HangUp"/> closes the
/// connection, <see cref="WithTheNext"/> waits for the next command and answers both. It keeps what it was told.
/// </summary>
internal sealed class ScriptedSmtpServer : IAsyncDisposable
{
    public const string Silence = "";
    public const string HangUp = "\0";
    public const string WithTheNext = "\t";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _silent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, string> _replies = new(StringComparer.OrdinalIgnoreCase)
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

    private readonly ConcurrentDictionary<string, string> _once = new(StringComparer.OrdinalIgnoreCase);
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ServerTls? _tls;
    private readonly Task _serving;
    private string _heldBack = "";

    public ScriptedSmtpServer(params (string Command, string Reply)[] script)
        : this(null, script)
    {
    }

    public ScriptedSmtpServer(ServerTls? tls, params (string Command, string Reply)[] script)
    {
        _tls = tls;
        if (tls is { Mode: SmtpTls.StartTls })
        {
            _replies["EHLO"] = "250-test\r\n250-STARTTLS\r\n250-AUTH PLAIN\r\n250 8BITMIME";
            _replies["STARTTLS"] = "220 go ahead";
        }

        foreach (var (command, reply) in script) _replies[command] = reply;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _serving = ServeAsync();
    }

    public int Port { get; }

    /// <summary>How many connections clients have opened.</summary>
    public int Connections { get; private set; }

    /// <summary>Every command line, in order.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>The lines between DATA and the dot exactly as they were on the wire, dots still stuffed.</summary>
    public List<string> WireLines { get; } = [];

    /// <summary>Answers the next command of a kind otherwise than the script says.</summary>
    public void ReplyOnce(string command, string reply) => _once[command] = reply;

    /// <summary>Done when the first client has gone.</summary>
    public Task Left => _left.Task;

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
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
                Connections++;
                await ServeAsync(client);
                _left.TrySetResult();
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            if (_tls is not { Mode: SmtpTls.Implicit }) await TalkAsync(client.GetStream(), "CONNECT");
            else if (await EncryptAsync(client.GetStream()) is { } encrypted) await TalkAsync(encrypted, "CONNECT");
        }
        catch (Exception e) when (e is SocketException or IOException or AuthenticationException)
        {
            // The client has gone.
        }
    }

    /// <param name="stream">The conversation.</param>
    /// <param name="first">What is answered unasked; <c>null</c> where the client speaks first.</param>
    private async Task TalkAsync(Stream stream, string? first)
    {
        // Latin-1 keeps every byte: what is not ASCII on the wire stays visible to the test.
        using var reader = new StreamReader(stream, Encoding.Latin1);
        if (first is not null && !await AnswerAsync(stream, first)) return;
        while (await reader.ReadLineAsync(_stopping.Token) is { } line)
        {
            Commands.Add(line);
            var command = line.Split(' ')[0];
            if (!await AnswerAsync(stream, command)) return;
            if (_tls is not null && command == "STARTTLS" && stream is NetworkStream)
            {
                if (await EncryptAsync(stream) is { } encrypted) await TalkAsync(encrypted, first: null);
                return;
            }

            if (!IsData(command)) continue;

            while (await reader.ReadLineAsync(_stopping.Token) is { } content && content is not ".") WireLines.Add(content);
            if (!await AnswerAsync(stream, "CONTENT")) return;
        }
    }

    /// <summary>The encrypted conversation; <c>null</c> where there is none.</summary>
    private async Task<SslStream?> EncryptAsync(Stream stream)
    {
        if (_tls!.Handshake == Handshake.InTheClear)
        {
            await stream.WriteAsync("250 as you like\r\n"u8.ToArray(), _stopping.Token);
            _ = await stream.ReadAsync(new byte[1], _stopping.Token);
            return null;
        }

        if (_tls.Handshake != Handshake.Whole)
        {
            _ = await stream.ReadAsync(new byte[1], _stopping.Token);
            if (_tls.Handshake == Handshake.HangsUp) return null;

            _silent.TrySetResult();
            await new TaskCompletionSource().Task.WaitAsync(_stopping.Token);
        }

        var encrypted = new SslStream(stream);
        await encrypted.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificate = _tls.Certificate }, _stopping.Token);
        return encrypted;
    }

    private bool IsData(string command) =>
        string.Equals(command, "DATA", StringComparison.OrdinalIgnoreCase) && _replies["DATA"].StartsWith("354", StringComparison.Ordinal);

    private async Task<bool> AnswerAsync(Stream stream, string command)
    {
        if (!_once.TryRemove(command, out var answer)) answer = _replies.GetValueOrDefault(command, "502 not implemented");
        switch (answer)
        {
            case WithTheNext:
                _heldBack = "250 held back\r\n";
                return true;
            case HangUp:
                return false;
            case Silence:
                _silent.TrySetResult();
                await new TaskCompletionSource().Task.WaitAsync(_stopping.Token);
                return false;
            case var reply:
                await stream.WriteAsync(Encoding.ASCII.GetBytes(_heldBack + reply + "\r\n"), _stopping.Token);
                _heldBack = "";
                return true;
        }
    }
}
