using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Mailers;

/// <summary>What a failed SMTP conversation means for the mail (RFC 5321 section 4.2.1: 4yz is "not now", 5yz "never").</summary>
internal static class SmtpReply
{
    /// <summary>The outcome; <c>null</c> for an exception that no mail server causes.</summary>
    public static SendOutcome? ToOutcome(Exception exception) => exception switch
    {
        SmtpCommandException command => OfStatus((int)command.StatusCode, Words(command)),
        AuthenticationException { InnerException: SmtpCommandException command } => OfStatus((int)command.StatusCode, Words(command)),
        AuthenticationException => new SendOutcome.Refused(exception.Message),
        // No STARTTLS, no login, no SMTPUTF8: settings or recipient are wrong.
        NotSupportedException => new SendOutcome.Refused(exception.Message),
        SslHandshakeException => new SendOutcome.Deferred(exception.Message), // a certificate can be renewed
        ProtocolException or IOException or SocketException or TimeoutException or ServiceNotConnectedException =>
            new SendOutcome.Deferred(exception.Message),
        _ => null,
    };

    private static SendOutcome OfStatus(int status, string words) =>
        status is >= 400 and < 500 ? new SendOutcome.Deferred(words) : new SendOutcome.Refused(words);

    private static string Words(SmtpCommandException command) => $"{(int)command.StatusCode} {command.Message}";
}
