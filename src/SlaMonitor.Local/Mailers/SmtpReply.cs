using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Mailers;

/// <summary>
/// What a failed SMTP conversation means for the mail (RFC 5321 section 4.2: 4yz is "not now", 5yz "never"). What the server says to RCPT
/// TO is about the recipient, and to DATA about the mail. All else is our own trouble, and the next mail would meet it too: a server that
/// is away, a certificate, a password, a sender that is not allowed, a quota.
/// </summary>
internal static class SmtpReply
{
    /// <summary>The outcome; <c>null</c> for an exception that no mail server causes.</summary>
    /// <param name="exception">What went wrong.</param>
    /// <param name="isOpen">Whether the server had let us in, and the mail itself was being handed over.</param>
    /// <param name="server">Which server it was, for what it did not say itself.</param>
    public static SendOutcome? ToOutcome(Exception exception, bool isOpen, string server) => exception switch
    {
        SmtpCommandException command => OfCommand(command, isOpen),
        AuthenticationException { InnerException: SmtpCommandException command } => new SendOutcome.Unavailable(Words(command)),
        // The one feature that a single recipient can need: an address beyond ASCII (RFC 6531).
        NotSupportedException when exception.Message.Contains("SMTPUTF8", StringComparison.OrdinalIgnoreCase) =>
            new SendOutcome.Refused(exception.Message),
        SslHandshakeException handshake => new SendOutcome.Unavailable(
            $"{server} broke off the TLS handshake, or speaks no TLS there (Mail:Smtp:Port and Mail:Smtp:Tls): {Cause(handshake)}"),
        NotSupportedException or AuthenticationException or ProtocolException or IOException or SocketException
            or TimeoutException or ServiceNotConnectedException or ServiceNotAuthenticatedException =>
            new SendOutcome.Unavailable($"{server}: {exception.Message}"),
        _ => null,
    };

    private static SendOutcome OfCommand(SmtpCommandException command, bool isOpen)
    {
        var (words, isNotNow) = (Words(command), (int)command.StatusCode is >= 400 and < 500);
        return !isOpen || IsOurTrouble(command)
            ? new SendOutcome.Unavailable(words)
            : isNotNow ? new SendOutcome.Deferred(words) : new SendOutcome.Refused(words);
    }

    /// <summary>
    /// What the server says before RCPT TO, and what it says at any time of the conversation itself: 421 (it closes), 454 and 530 to 538
    /// (RFC 4954: log in first), 5.4.5 and 4.4.5 (RFC 3463: too much was sent), 452 4.5.3 aside, which is about one mail.
    /// </summary>
    private static bool IsOurTrouble(SmtpCommandException command) =>
        command.ErrorCode == SmtpErrorCode.SenderNotAccepted
        || (int)command.StatusCode is 421 or 454 or (>= 530 and <= 538)
        || command.Message.StartsWith("5.4.5 ", StringComparison.Ordinal)
        || command.Message.StartsWith("4.4.5 ", StringComparison.Ordinal);

    /// <summary>What the handshake itself says: the library wraps it in a page of advice.</summary>
    private static string Cause(SslHandshakeException handshake) =>
        (handshake.InnerException ?? handshake).Message.ReplaceLineEndings(" ");

    private static string Words(SmtpCommandException command) => $"{(int)command.StatusCode} {command.Message}";
}
