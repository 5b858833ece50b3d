using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;
using SlaMonitor.Harness;

namespace SlaMonitor.EndToEnd.Smtp;

/// <summary>
/// A mail server on a free port of this machine. It refuses one address for good unless told otherwise, and has moods.
/// </summary>
internal sealed class MailServer : IAsyncDisposable
{
    /// <summary>The mailbox that does not exist.</summary>
    public const string NoSuchMailbox = "gone@example.com";

    /// <summary>Whose mail is put off in <see cref="MailServerMood.PutsOffOne"/>.</summary>
    public const string PutOffMailbox = "busy@example.com";

    private static readonly TimeSpan SlowAnswer = TimeSpan.FromMilliseconds(150);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<TakenMail> _taken = [];
    private readonly Task _serving;
    private volatile MailServerMood _mood;
    private volatile bool _knowsEverybody;
    private int _putOff;

    public MailServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How it treats the next callers, and those who are talking to it now.</summary>
    public MailServerMood Mood
    {
        get => _mood;
        set => _mood = value;
    }

    /// <summary>Whether even <see cref="NoSuchMailbox"/> exists.</summary>
    public bool KnowsEverybody
    {
        get => _knowsEverybody;
        set => _knowsEverybody = value;
    }

    /// <summary>How many callers were put off.</summary>
    public int PutOff => Volatile.Read(ref _putOff);

    /// <summary>The mails that it has taken, in the order in which they came.</summary>
    public IReadOnlyList<MimeMessage> Taken => [.. TakenWhen.Select(taken => taken.Mail)];

    /// <summary>The same with when each came.</summary>
    public IReadOnlyList<TakenMail> TakenWhen
    {
        get
        {
            lock (_taken) return [.. _taken];
        }
    }

    /// <summary>Waits until it has taken a mail: who was put off comes again by itself, after a quarter of a minute.</summary>
    public async Task FirstTakenAsync()
    {
        for (var patience = 0; Taken.Count == 0 && patience < 900; patience++) await RealTime.WaitAsync(TimeSpan.FromMilliseconds(100));
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _serving;
        _listener.Stop();
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        var clients = new List<Task>();
        try
        {
            while (true) clients.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stopping.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(clients);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client) await TalkAsync(client.GetStream());
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The test is over, or the program has gone.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        // Latin-1 keeps every byte of a mail as it is.
        using var reader = new StreamReader(stream, Encoding.Latin1);
        if (Mood == MailServerMood.Away)
        {
            await SayAsync("421 4.3.2 away, try again later");
            Interlocked.Increment(ref _putOff);
            return;
        }

        await SayAsync("220 ready");
        while (await reader.ReadLineAsync(_stopping.Token) is { } line)
        {
            if (Mood == MailServerMood.Away)
            {
                // A caller who kept the connection calls anew, and is put off then.
                await SayAsync("421 4.3.2 away, try again later");
                return;
            }

            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await SayAsync("250-here\r\n250-AUTH PLAIN\r\n250 8BITMIME");
                    break;
                case "AUTH":
                    await SayAsync(Mood == MailServerMood.RefusesLogin ? "535 5.7.8 wrong password" : "235 2.7.0 welcome");
                    break;
                case "RCPT" when Mood == MailServerMood.PutsOffOne && line.Contains(PutOffMailbox, StringComparison.Ordinal):
                    await SayAsync("451 4.2.1 this mailbox is busy");
                    break;
                case "RCPT" when !KnowsEverybody && line.Contains(NoSuchMailbox, StringComparison.Ordinal):
                    await SayAsync("550 5.1.1 there is no such mailbox");
                    break;
                case "DATA":
                    await SayAsync("354 go ahead");
                    if (Mood == MailServerMood.ClosesInData)
                    {
                        await reader.ReadLineAsync(_stopping.Token);
                        return;
                    }

                    // What is cut off is no mail: whoever sent it has died.
                    if (await ReadMailAsync(reader) is not { } mail) return;
                    if (Mood == MailServerMood.Hangs) await new TaskCompletionSource().Task.WaitAsync(_stopping.Token);
                    if (Mood == MailServerMood.Slow) await RealTime.WaitAsync(SlowAnswer);
                    Keep(mail);
                    await SayAsync("250 2.0.0 taken");
                    break;
                case "QUIT":
                    await SayAsync("221 bye");
                    return;
                default:
                    await SayAsync("250 ok");
                    break;
            }
        }

        async Task SayAsync(string reply) => await stream.WriteAsync(Encoding.ASCII.GetBytes(reply + "\r\n"), _stopping.Token);
    }

    private async Task<byte[]?> ReadMailAsync(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(_stopping.Token) is { } line)
        {
            if (line == ".") return Encoding.Latin1.GetBytes(mail.ToString());
            mail.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return null;
    }

    private void Keep(byte[] mail)
    {
        using var stream = new MemoryStream(mail);
        var message = MimeMessage.Load(stream);
        lock (_taken) _taken.Add(new TakenMail(message, RealTime.Now));
    }
}
