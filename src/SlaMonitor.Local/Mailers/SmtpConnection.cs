using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace SlaMonitor.Local.Mailers;

/// <summary>One conversation with the SMTP server, which takes mails one after the other.</summary>
internal sealed class SmtpConnection : IDisposable
{
    private readonly SmtpOptions _options;
    private readonly ServerTrust _trust;
    private readonly SmtpClient _client = new();

    public SmtpConnection(SmtpOptions options, ServerTrust trust)
    {
        (_options, _trust) = (options, trust);
        _client.ServerCertificateValidationCallback = trust.Judge;
        _client.Timeout = Timeout.Infinite; // ours covers a whole mail, theirs starts anew with every byte
    }

    /// <summary>Whether the server has let us in, and takes mails.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether it can take another mail.</summary>
    public bool IsAlive => IsOpen && _client.IsConnected;

    /// <summary>How many mails it was given.</summary>
    public int Mails { get; private set; }

    /// <summary>What is wrong with the server's certificate; <c>null</c> while nothing is.</summary>
    public string? Objection => _trust.Objection;

    /// <summary>When it was last used, as a timestamp of whoever keeps it.</summary>
    public long UsedAt { get; set; }

    /// <summary>
    /// Sends a mail; the first one connects and logs in before. Sender and recipient go out together where the server allows it.
    /// </summary>
    /// <returns>The server's last word.</returns>
    public async Task<string> SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        if (!IsOpen)
        {
            await _client.ConnectAsync(_options.Host!, _options.Port, SocketOptionsOf(_options.Tls), cancellationToken);
            if (!string.IsNullOrEmpty(_options.UserName))
                await _client.AuthenticateAsync(_options.UserName, _options.Password!, cancellationToken);
            IsOpen = true;
        }

        Mails++;
        return await _client.SendAsync(message, cancellationToken);
    }

    /// <summary>Says goodbye. One that fails, or does not come to its end, changes nothing: the mails are with the server.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (IsAlive) await _client.DisconnectAsync(quit: true, cancellationToken);
        }
#pragma warning disable CA1031 // Whatever it is, the connection is done with.
        catch (Exception)
#pragma warning restore CA1031
        {
            // The server has gone first.
        }

        Dispose();
    }

    public void Dispose() => _client.Dispose();

    private static SecureSocketOptions SocketOptionsOf(SmtpTls tls) => tls switch
    {
        SmtpTls.StartTls => SecureSocketOptions.StartTls,
        SmtpTls.Implicit => SecureSocketOptions.SslOnConnect,
        SmtpTls.None => SecureSocketOptions.None,
        _ => throw new ArgumentOutOfRangeException(nameof(tls), tls, null),
    };
}
