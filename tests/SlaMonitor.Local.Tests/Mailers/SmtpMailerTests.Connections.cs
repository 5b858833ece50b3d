using SlaMonitor.Local.Mailers;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Samples;

namespace SlaMonitor.Local.Tests.Mailers;

/// <summary>Connections that are kept for the next mail.</summary>
public sealed partial class SmtpMailerTests
{
    /// <summary>What a mail costs is counted: a connection and a greeting for many of them.</summary>
    [Fact]
    public async Task SendAsync_OneMailAfterTheOther_TakeOneConnection_UpToItsLimit()
    {
        await using var server = new ScriptedSmtpServer();
        using var mailer = Mailer(server.Port);

        for (var i = 0; i < SmtpConnections.MostMails; i++) await AcceptedAsync(mailer);
        Assert.Equal(1, server.Connections);
        Assert.Equal(1, Count(server, "EHLO"));

        await AcceptedAsync(mailer);
        Assert.Equal(2, server.Connections);
        Assert.Equal(1, Count(server, "QUIT"));
        Assert.Equal(SmtpConnections.MostMails + 1, Count(server, "MAIL"));
    }

    [Theory]
    [InlineData("MAIL", ScriptedSmtpServer.HangUp)]
    [InlineData("MAIL", "421 too many mails on this connection")]
    [InlineData("MAIL", "452 4.5.3 too many mails on this connection")]
    [InlineData("RCPT", ScriptedSmtpServer.HangUp)]
    [InlineData("CONTENT", ScriptedSmtpServer.HangUp)]
    public async Task SendAsync_KeptConnectionBreaks_TheMailGoesOutOnAnother(string command, string reply)
    {
        await using var server = new ScriptedSmtpServer();
        using var mailer = Mailer(server.Port);
        await AcceptedAsync(mailer);
        server.ReplyOnce(command, reply);

        await AcceptedAsync(mailer);

        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task SendAsync_KeptConnectionBreaksAndTheServerIsAway_IsUnavailable()
    {
        await using var server = new ScriptedSmtpServer();
        using var mailer = Mailer(server.Port);
        await AcceptedAsync(mailer);
        server.ReplyOnce("MAIL", ScriptedSmtpServer.HangUp);
        server.ReplyOnce("CONNECT", "421 going down");

        Assert.Equal(new SendOutcome.Unavailable("421 going down"), await mailer.SendAsync(SampleMail.Plain, CancellationToken.None));
        await AcceptedAsync(mailer);
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 no such user")]
    [InlineData("CONTENT", "452 disk full")]
    public async Task SendAsync_OneMailIsNotTaken_TheConnectionIsKept(string command, string reply)
    {
        await using var server = new ScriptedSmtpServer((command, reply));
        using var mailer = Mailer(server.Port);

        for (var i = 0; i < 3; i++)
            Assert.IsNotType<SendOutcome.Accepted>(await mailer.SendAsync(SampleMail.Plain, CancellationToken.None));

        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task SendAsync_NoMailForAWhile_SaysGoodbye()
    {
        await using var server = new ScriptedSmtpServer();
        using var mailer = Mailer(server.Port);
        await AcceptedAsync(mailer);

        _time.Advance(SmtpConnections.KeptIdle);

        await server.Left.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal("QUIT", server.Commands[^1]);
        await AcceptedAsync(mailer);
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task SendAsync_ServerOffersPipelining_SenderAndRecipientGoOutTogether()
    {
        await using var server = new ScriptedSmtpServer(
            ("EHLO", "250-test\r\n250-PIPELINING\r\n250 8BITMIME"), ("MAIL", ScriptedSmtpServer.WithTheNext));

        var sending = SendAsync(server, SampleMail.Plain);

        Assert.IsType<SendOutcome.Accepted>(await sending.WaitAsync(TimeSpan.FromSeconds(60)));
    }
}
