using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Local.Mailers;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Samples;

namespace SlaMonitor.Local.Tests.Mailers;

/// <summary>
/// Real handshakes with a mail server. Whatever goes wrong with encryption is trouble of the way out: the mail waits, and the reason says
/// what to mend. It is never the recipient's refusal.
/// </summary>
public sealed class SmtpTlsTests : IDisposable
{
    private const string Address = "127.0.0.1";

    private readonly FakeTimeProvider _time = new();
    private readonly TestAuthority _authority = new();
    private readonly string _trusted = Path.GetTempFileName();

    public SmtpTlsTests() => File.WriteAllText(_trusted, _authority.Pem);

    public static TheoryData<string> Modes => new() { nameof(SmtpTls.Implicit), nameof(SmtpTls.StartTls) };

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task SendAsync_CertificateOfAnAuthorityOfOurOwn_IsAccepted(string mode)
    {
        using var certificate = _authority.Issue(Address);
        await using var server = Server(mode, certificate);

        Assert.Equal(new SendOutcome.Accepted("queued as 4711"), await SendAsync(server, mode));

        Assert.StartsWith("AUTH", server.Commands[mode == nameof(SmtpTls.Implicit) ? 1 : 3], StringComparison.Ordinal);
        Assert.NotEmpty(server.WireLines);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task SendAsync_CertificateOfAStranger_SaysWhereToNameTheAuthority(string mode)
    {
        using var certificate = _authority.Issue(Address);
        await using var server = Server(mode, certificate);

        await AssertKeptBackAsync(server, mode, trusts: false, "(CN=Authority of the tests); Mail:Smtp:Authorities names a file");
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task SendAsync_SelfSignedCertificate_SaysWhereToNameTheAuthority(string mode)
    {
        using var certificate = TestAuthority.SelfSigned(Address);
        await using var server = Server(mode, certificate);

        await AssertKeptBackAsync(server, mode, trusts: true, "(CN=127.0.0.1); Mail:Smtp:Authorities names a file");
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task SendAsync_CertificateThatHasExpired_SaysSince(string mode)
    {
        using var certificate = _authority.Issue(Address, TestAuthority.LongAgo.AddYears(1));
        await using var server = Server(mode, certificate);

        await AssertKeptBackAsync(server, mode, trusts: true, ": its certificate is good from 2020-01-01 to 2021-01-01.");
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task SendAsync_CertificateForAnotherName_SaysBothNames(string mode)
    {
        using var certificate = _authority.Issue("other.example");
        await using var server = Server(mode, certificate);

        await AssertKeptBackAsync(
            server, mode, trusts: true, ": its certificate is for other.example, and Mail:Smtp:Host is 127.0.0.1.");
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task SendAsync_ConnectionIsClosedInTheHandshake_IsUnavailable(string mode)
    {
        using var certificate = _authority.Issue(Address);
        await using var server = Server(mode, certificate, Handshake.HangsUp);

        await AssertKeptBackAsync(server, mode, trusts: true, $"{Address}:{server.Port} broke off the TLS handshake, or speaks no TLS");
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task SendAsync_ServerGoesOnInTheClear_IsUnavailable(string mode)
    {
        using var certificate = _authority.Issue(Address);
        await using var server = Server(mode, certificate, Handshake.InTheClear);

        await AssertKeptBackAsync(server, mode, trusts: true, $"{Address}:{server.Port} broke off the TLS handshake, or speaks no TLS");
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task SendAsync_HandshakeHangs_IsUnavailableAfterTheTimeout(string mode)
    {
        using var certificate = _authority.Issue(Address);
        await using var server = Server(mode, certificate, Handshake.Hangs);
        var sending = SendAsync(server, mode);
        await server.Silent;
        Assert.False(sending.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(new SendOutcome.Unavailable($"{Address}:{server.Port} did not finish within 00:00:30."), await sending);
    }

    [Theory]
    [InlineData(nameof(SmtpTls.Implicit), "DATA")]
    [InlineData(nameof(SmtpTls.Implicit), "CONTENT")]
    [InlineData(nameof(SmtpTls.StartTls), "DATA")]
    [InlineData(nameof(SmtpTls.StartTls), "CONTENT")]
    public async Task SendAsync_ConnectionIsClosedInTheMail_IsUnavailable(string mode, string command)
    {
        using var certificate = _authority.Issue(Address);
        await using var server = Server(mode, certificate, Handshake.Whole, (command, ScriptedSmtpServer.HangUp));

        Assert.IsType<SendOutcome.Unavailable>(await SendAsync(server, mode));
        Assert.Contains("DATA", server.Commands, StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task SendAsync_LoginIsRefused_IsUnavailableInTheServersWords(string mode)
    {
        using var certificate = _authority.Issue(Address);
        await using var server = Server(mode, certificate, Handshake.Whole, ("AUTH", "535 5.7.8 wrong password"));

        Assert.Equal(new SendOutcome.Unavailable("535 5.7.8 wrong password"), await SendAsync(server, mode));
    }

    [Fact]
    public async Task SendAsync_ServerTakesBackStartTls_IsUnavailableAndLearnsNoPassword()
    {
        using var certificate = _authority.Issue(Address);
        await using var server =
            Server(nameof(SmtpTls.StartTls), certificate, Handshake.Whole, ("STARTTLS", "454 4.7.0 TLS not available"));

        await AssertKeptBackAsync(server, nameof(SmtpTls.StartTls), trusts: true, "454 4.7.0 TLS not available");
    }

    public void Dispose()
    {
        _authority.Dispose();
        File.Delete(_trusted);
    }

    private static ScriptedSmtpServer Server(
        string mode, X509Certificate2 certificate, Handshake handshake = Handshake.Whole, params (string Command, string Reply)[] script) =>
        new(new ServerTls(Enum.Parse<SmtpTls>(mode), certificate, handshake), script);

    /// <summary>The mail waits for the reason given, in one line, and neither it nor the password has gone out.</summary>
    private async Task AssertKeptBackAsync(ScriptedSmtpServer server, string mode, bool trusts, string says)
    {
        var reason = Assert.IsType<SendOutcome.Unavailable>(await SendAsync(server, mode, trusts)).Reason;

        Assert.Contains(says, reason, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', reason);
        Assert.All(server.Commands, command => Assert.True(command.StartsWith("EHLO", StringComparison.Ordinal) || command == "STARTTLS"));
    }

    private async Task<SendOutcome> SendAsync(ScriptedSmtpServer server, string mode, bool trusts = true)
    {
        var options = new MailOptions
        {
            From = "sla@monitor.example",
            Smtp = new()
            {
                Host = Address,
                Port = server.Port,
                Tls = Enum.Parse<SmtpTls>(mode),
                Authorities = trusts ? _trusted : null,
                UserName = "ann",
                Password = "secret",
            },
        };
        using var mailer = new SmtpMailer(Options.Create(options), SampleMail.Composer(), _time, NullLogger<SmtpMailer>.Instance);
        return await mailer.SendAsync(SampleMail.Plain, CancellationToken.None);
    }
}
