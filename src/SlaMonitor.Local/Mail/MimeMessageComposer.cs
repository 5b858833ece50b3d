using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;
using SlaMonitor.Monitoring.Notification.Delivery;

namespace SlaMonitor.Local.Mail;

/// <summary>Writes a mail as RFC 5322 wants it. The same mail gives the same bytes, so that a repeat can be recognised.</summary>
internal sealed class MimeMessageComposer(IOptions<MailOptions> options)
{
    private const int MaxLineLength = 78;

    /// <summary>The message; <c>null</c> and a reason where the recipient is no address that mail can be sent to.</summary>
    public bool TryCompose(Monitoring.Ports.Mail mail, [NotNullWhen(true)] out MimeMessage? message, [NotNullWhen(false)] out string? reason)
    {
        if (!MailAddress.TryParse(mail.To, out var to))
        {
            (message, reason) = (null, $"'{MailHeaders.OneLine(mail.To)}' is not a mail address.");
            return false;
        }

        (message, reason) = (Compose(mail, to), null);
        return true;
    }

    private MimeMessage Compose(Monitoring.Ports.Mail mail, MailboxAddress to)
    {
        if (!MailAddress.TryParse(options.Value.From, out var from))
            throw new InvalidOperationException($"Mail:From is not an address: '{options.Value.From}'.");
        from.Name = MailHeaders.OneLine(options.Value.FromName);
        var domain = MailboxAddress.EncodeAddrspec(from.Address).Split('@')[^1];

        var message = new MimeMessage
        {
            Subject = MailHeaders.OneLine(mail.Subject),
            Date = mail.Date.ToDateTimeOffset(),
            MessageId = MailIds.OfNotification(mail.NotificationId, domain),
            Body = Alternatives(mail),
        };
        message.From.Add(from);
        message.To.Add(to);
        foreach (var (name, value) in MailHeaders.Of(mail, domain)) message.Headers.Add(name, value);
        message.Prepare(EncodingConstraint.SevenBit, MaxLineLength);
        return message;
    }

    // A client shows the last form that it can: the plain text goes first.
    private static Multipart Alternatives(Monitoring.Ports.Mail mail) =>
        new("alternative", Part(TextFormat.Plain, mail.Text), Part(TextFormat.Html, mail.Html))
        {
            Boundary = $"=_{MailIds.Hash(mail.NotificationId)}", // not drawn at random: a repeat is the same bytes
        };

    private static TextPart Part(TextFormat format, string text)
    {
        var part = new TextPart(format);
        part.SetText(Encoding.UTF8, text);
        return part;
    }
}
