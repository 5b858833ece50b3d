using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;
using SlaMonitor.Mails;
using SlaMonitor.Mails.Mime;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Mailers;

/// <summary>
/// Hands mails to an SMTP server, on connections that are kept. What the server says is passed on in its own words. Silence counts as
/// "not now": a mail whose acceptance was lost on the way may be sent twice rather than never, and then carries the same Message-ID.
/// </summary>
internal sealed class SmtpMailer(
    IOptions<MailOptions> options, MimeMessageComposer composer, TimeProvider time, ILogger<SmtpMailer> logger) : IMailer, IDisposable
{
    private readonly SmtpConnections _connections = new(options.Value.Smtp, time);

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

    public void Dispose() => _connections.Dispose();

    private async Task<SendOutcome> SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        await _connections.EnterAsync(cancellationToken);
        try
        {
            using var timeout = new CancellationTokenSource(options.Value.Smtp.Timeout, time);
            // A connection that was kept may have been closed meanwhile, or the server may want no more on it: that says nothing of the
            // server. Where it had taken the mail and its word was lost, the mail is sent twice rather than never.
            return _connections.TakeIdle() is { } kept
                && await SendAsync(kept, message, timeout, cancellationToken) is var outcome
                && (outcome is not SendOutcome.Unavailable || timeout.IsCancellationRequested)
                    ? outcome
                    : await SendAsync(_connections.New(), message, timeout, cancellationToken);
        }
        finally
        {
            _connections.Leave();
        }
    }

    private async Task<SendOutcome> SendAsync(
        SmtpConnection connection, MimeMessage message, CancellationTokenSource timeout, CancellationToken cancellationToken)
    {
        var smtp = options.Value.Smtp;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var server = $"{smtp.Host}:{smtp.Port}";
        var isKept = true;
        try
        {
            return new SendOutcome.Accepted(await connection.SendAsync(message, either.Token));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            var outcome = timeout.IsCancellationRequested
                ? new SendOutcome.Unavailable($"{server} did not finish within {smtp.Timeout:c}.")
                : connection.Objection is { } objection
                    ? new SendOutcome.Unavailable($"{server}: {objection}.")
                    : SmtpReply.ToOutcome(e, connection.IsOpen, server);
            isKept = outcome is SendOutcome.Deferred or SendOutcome.Refused; // about one mail
            if (outcome is null) throw;
            return outcome;
        }
        catch
        {
            isKept = false;
            throw;
        }
        finally
        {
            if (isKept) _connections.Return(connection);
            else connection.Dispose();
        }
    }
}
