using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using SlaMonitor.Local.Mailers;
using SlaMonitor.Mails;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Samples;
using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.Local.Tests.Mailers;

public sealed partial class SmtpMailerTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task SendAsync_Mail_IsAcceptedInTheServersWords()
    {
        await using var server = new ScriptedSmtpServer();

        Assert.Equal(new SendOutcome.Accepted("queued as 4711"), await SendAsync(server, SampleMail.Plain));

        Assert.Equal("EHLO", server.Commands[0].Split(' ')[0]);
        Assert.StartsWith("MAIL FROM:<sla@monitor.example>", server.Commands[1], StringComparison.Ordinal);
        Assert.Equal(["RCPT TO:<ann@example.com>", "DATA", "QUIT"], server.Commands[2..]);
        using var message = Received(server);
        Assert.Equal(SampleMail.Plain.Subject, message.Subject);
        Assert.Equal(SampleMail.Plain.Text, SampleMail.Lines(message.TextBody));
    }

    [Fact]
    public async Task SendAsync_TextThatSmtpCouldSpoil_ArrivesWhole()
    {
        await using var server = new ScriptedSmtpServer();
        var mail = SampleMail.Plain with
        {
            Subject = "工单 👩‍🚒\r\n.\r\nRCPT TO:<everybody@example.com>",
            Text = "first\n.\n..\n.dots\nQUIT\n" + new string('x', 1_000) + "\n" + new string('漢', 1_000) + "\ntrailing space \n",
            Html = $"<p>{new string('y', 5_000)}</p>\n.\n",
        };

        Assert.IsType<SendOutcome.Accepted>(await SendAsync(server, mail));

        using var message = Received(server);
        Assert.Equal("工单 👩‍🚒 . RCPT TO:<everybody@example.com>", message.Subject);
        Assert.Equal(mail.Text, SampleMail.Lines(message.TextBody));
        Assert.Equal(mail.Html, SampleMail.Lines(message.HtmlBody));
        Assert.All(server.WireLines, line => Assert.InRange(line.Length, 0, 998));
        Assert.Single(server.Commands, command => command.StartsWith("RCPT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SendAsync_PlainTextWithDots_IsStuffedOnTheWire()
    {
        await using var server = new ScriptedSmtpServer();

        await SendAsync(server, SampleMail.Plain with { Text = ".\n.dot\n" });

        Assert.Contains("..", server.WireLines, StringComparer.Ordinal);
        Assert.Contains("..dot", server.WireLines, StringComparer.Ordinal);
        using var message = Received(server);
        Assert.Equal(".\n.dot\n", SampleMail.Lines(message.TextBody));
    }

    [Theory]
    [InlineData("CONNECT", "421 too busy")]
    [InlineData("CONNECT", "554 not you")]
    [InlineData("MAIL", "450 slow down")]
    [InlineData("MAIL", "452-no space\r\n452 come back", "452 no space\ncome back")]
    [InlineData("MAIL", "550 bad sender")]
    [InlineData("RCPT", "421 shutting down")]
    [InlineData("RCPT", "550 5.4.5 daily quota exceeded")]
    [InlineData("DATA", "421 shutting down")]
    [InlineData("CONTENT", "421 shutting down")]
    public async Task SendAsync_ReplyOfTheConversation_IsUnavailableInTheServersWords(string command, string reply, string? reason = null)
    {
        await using var server = new ScriptedSmtpServer((command, reply));

        Assert.Equal(new SendOutcome.Unavailable(reason ?? reply), await SendAsync(server, SampleMail.Plain));
    }

    [Theory]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    public async Task SendAsync_ServerWantsALogin_IsUnavailable(string command)
    {
        await using var server = new ScriptedSmtpServer((command, "530 5.7.0 log in first"));

        Assert.IsType<SendOutcome.Unavailable>(await SendAsync(server, SampleMail.Plain));
    }

    [Theory]
    [InlineData("RCPT", "451 greylisted")]
    [InlineData("RCPT", "452 4.2.2 mailbox full")]
    [InlineData("CONTENT", "452 disk full")]
    public async Task SendAsync_Reply4xxToOneMail_IsDeferredInTheServersWords(string command, string reply)
    {
        await using var server = new ScriptedSmtpServer((command, reply));

        Assert.Equal(new SendOutcome.Deferred(reply), await SendAsync(server, SampleMail.Plain));
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 no such user")]
    [InlineData("RCPT", "553 5.1.3 bad address")]
    [InlineData("DATA", "554 no")]
    [InlineData("CONTENT", "552 too large")]
    public async Task SendAsync_Reply5xxToOneMail_IsRefusedInTheServersWords(string command, string reply)
    {
        await using var server = new ScriptedSmtpServer((command, reply));

        Assert.Equal(new SendOutcome.Refused(reply), await SendAsync(server, SampleMail.Plain));
    }

    [Theory]
    [InlineData("CONNECT")]
    [InlineData("EHLO")]
    [InlineData("RCPT")]
    [InlineData("CONTENT")]
    public async Task SendAsync_ServerHangsUp_IsUnavailable(string command)
    {
        await using var server = new ScriptedSmtpServer((command, ScriptedSmtpServer.HangUp));

        Assert.IsType<SendOutcome.Unavailable>(await SendAsync(server, SampleMail.Plain));
    }

    [Theory]
    [InlineData("CONNECT")]
    [InlineData("EHLO")]
    [InlineData("RCPT")]
    [InlineData("CONTENT")]
    public async Task SendAsync_ServerFallsSilent_IsUnavailableAfterTheTimeout(string command)
    {
        await using var server = new ScriptedSmtpServer((command, ScriptedSmtpServer.Silence));
        var sending = SendAsync(server, SampleMail.Plain);
        await server.Silent;
        Assert.False(sending.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(new SendOutcome.Unavailable($"127.0.0.1:{server.Port} did not finish within 00:00:30."), await sending);
    }

    [Theory]
    [InlineData(ScriptedSmtpServer.HangUp)]
    [InlineData("421 going down")]
    [InlineData("nonsense")]
    public async Task SendAsync_GoodbyeFails_IsStillAccepted(string reply)
    {
        await using var server = new ScriptedSmtpServer(("QUIT", reply));

        Assert.Equal(new SendOutcome.Accepted("queued as 4711"), await SendAsync(server, SampleMail.Plain));
    }

    [Fact]
    public async Task SendAsync_GoodbyeWithoutEnd_IsStillAccepted()
    {
        await using var server = new ScriptedSmtpServer(("QUIT", ScriptedSmtpServer.Silence));
        var sending = SendAsync(server, SampleMail.Plain);
        await server.Silent;
        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(new SendOutcome.Accepted("queued as 4711"), await sending);
    }

    [Fact]
    public async Task SendAsync_NobodyListens_IsUnavailable()
    {
        Assert.IsType<SendOutcome.Unavailable>(await SendAsync(FreePort.Find(), SampleMail.Plain));
    }

    [Fact]
    public async Task SendAsync_Cancelled_IsNoOutcome()
    {
        await using var server = new ScriptedSmtpServer(("CONTENT", ScriptedSmtpServer.Silence));
        using var stopping = new CancellationTokenSource();
        var sending = SendAsync(server.Port, SampleMail.Plain, cancellationToken: stopping.Token);
        await server.Silent;

        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task SendAsync_WithPassword_LogsIn()
    {
        await using var server = new ScriptedSmtpServer();

        Assert.IsType<SendOutcome.Accepted>(await SendAsync(server.Port, SampleMail.Plain, LogIn));

        Assert.Equal("AUTH PLAIN " + Convert.ToBase64String("\0ann\0secret"u8), server.Commands[1]);
    }

    [Fact]
    public async Task SendAsync_WrongPassword_IsUnavailable()
    {
        await using var server = new ScriptedSmtpServer(("AUTH", "535 5.7.8 wrong password"));

        Assert.Equal(new SendOutcome.Unavailable("535 5.7.8 wrong password"), await SendAsync(server.Port, SampleMail.Plain, LogIn));
    }

    [Fact]
    public async Task SendAsync_LoginNotPossibleNow_IsUnavailable()
    {
        await using var server = new ScriptedSmtpServer(("AUTH", "454 4.7.0 directory is away"));

        Assert.Equal(new SendOutcome.Unavailable("454 4.7.0 directory is away"), await SendAsync(server.Port, SampleMail.Plain, LogIn));
    }

    [Fact]
    public async Task SendAsync_ServerWithoutStartTls_GetsNoMail()
    {
        await using var server = new ScriptedSmtpServer();

        Assert.IsType<SendOutcome.Unavailable>(
            await SendAsync(server.Port, SampleMail.Plain, options => options.Smtp.Tls = SmtpTls.StartTls));
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    private static async Task AcceptedAsync(SmtpMailer mailer) =>
        Assert.IsType<SendOutcome.Accepted>(await mailer.SendAsync(SampleMail.Plain, CancellationToken.None));

    private static int Count(ScriptedSmtpServer server, string command) =>
        server.Commands.Count(line => line.StartsWith(command, StringComparison.Ordinal));

    private static void LogIn(MailOptions options) => (options.Smtp.UserName, options.Smtp.Password) = ("ann", "secret");

    private static MimeMessage Received(ScriptedSmtpServer server)
    {
        using var stream = new MemoryStream(server.Content);
        return MimeMessage.Load(stream);
    }

    private Task<SendOutcome> SendAsync(ScriptedSmtpServer server, Mail mail) => SendAsync(server.Port, mail);

    /// <summary>Sends one mail, and ends all conversations.</summary>
    private async Task<SendOutcome> SendAsync(
        int port, Mail mail, Action<MailOptions>? configure = null, CancellationToken cancellationToken = default)
    {
        using var mailer = Mailer(port, configure);
        return await mailer.SendAsync(mail, cancellationToken);
    }

    private SmtpMailer Mailer(int port, Action<MailOptions>? configure = null)
    {
        var options = new MailOptions
        {
            From = "sla@monitor.example",
            Smtp = new() { Host = "127.0.0.1", Port = port, Tls = SmtpTls.None },
        };
        configure?.Invoke(options);
        return new SmtpMailer(Options.Create(options), SampleMail.Composer(), _time, NullLogger<SmtpMailer>.Instance);
    }
}
