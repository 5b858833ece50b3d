using System.Security.Cryptography.X509Certificates;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;
using SlaMonitor.Mails;
using SlaMonitor.Mails.Mime;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Mailers;

/// <summary>
/// Hands mails to an SMTP server, one conversation each. What the server says is passed on in its own words. Silence counts as "not now":
/// a mail whose acceptance was lost on the way may be sent twice rather than never, and then carries the same Message-ID.
/// </summary>
internal sealed class SmtpMailer(
    IOptions<MailOptions> options, MimeMessageComposer composer, TimeProvider time, ILogger<SmtpMailer> logger) : IMailer
{
    private readonly Lazy<X509Certificate2Collection> _authorities = new(() => options.Value.Smtp.ReadAuthorities());

    public string Destination => $"smtp://{options.Value.Smtp.Host}:{options.Value.Smtp.Port}";

    public async Task<SendOutcome> SendAsync(Mail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (!composer.TryCompose(mail, out var message, out var reason)) return new SendOutcome.Refused(reason);

        using (message)
        {
            var outcome = await SendAsync(message, cancellationToken);
            switch (outcome)
            {
                case SendOutcome.Accepted accepted:
                    logger.MailSent(mail.NotificationId, accepted.Reference);
                    break;
                case SendOutcome.Unavailable unavailable:
                    logger.MailDeferred(mail.NotificationId, unavailable.Reason);
                    break;
                case SendOutcome.Deferred deferred:
                    logger.MailDeferred(mail.NotificationId, deferred.Reason);
                    break;
                case SendOutcome.Refused refused:
                    logger.MailRefused(mail.NotificationId, refused.Reason);
                    break;
            }

            return outcome;
        }
    }

    private async Task<SendOutcome> SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        var smtp = options.Value.Smtp;
        using var timeout = new CancellationTokenSource(smtp.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var client = new SmtpClient();
        var trust = new ServerTrust(smtp.Host!, _authorities.Value);
        client.ServerCertificateValidationCallback = trust.Judge;
        client.Timeout = Timeout.Infinite; // ours covers the whole conversation, theirs starts anew with every byte
        var (server, isOpen) = ($"{smtp.Host}:{smtp.Port}", false);
        try
        {
            await client.ConnectAsync(smtp.Host!, smtp.Port, SocketOptionsOf(smtp.Tls), either.Token);
            if (!string.IsNullOrEmpty(smtp.UserName)) await client.AuthenticateAsync(smtp.UserName, smtp.Password!, either.Token);
            isOpen = true;
            var answer = await client.SendAsync(message, either.Token);
            // The server has the mail, and it must not be sent again: MailKit lets a goodbye that fails pass.
            await client.DisconnectAsync(quit: true, either.Token);
            return new SendOutcome.Accepted(answer);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            if (timeout.IsCancellationRequested)
                return new SendOutcome.Unavailable($"{server} did not finish within {smtp.Timeout:c}.");
            if (trust.Objection is { } objection) return new SendOutcome.Unavailable($"{server}: {objection}.");
            if (SmtpReply.ToOutcome(e, isOpen, server) is { } outcome) return outcome;
            throw;
        }
    }

    private static SecureSocketOptions SocketOptionsOf(SmtpTls tls) => tls switch
    {
        SmtpTls.StartTls => SecureSocketOptions.StartTls,
        SmtpTls.Implicit => SecureSocketOptions.SslOnConnect,
        SmtpTls.None => SecureSocketOptions.None,
        _ => throw new ArgumentOutOfRangeException(nameof(tls), tls, null),
    };
}
