using System.Diagnostics.CodeAnalysis;
using System.Text;
using MimeKit;
using MimeKit.Text;

namespace SlaMonitor.Mails.Mime;

/// <summary>Writes a mail as RFC 5322 wants it. The same mail gives the same bytes, so that a repeat can be recognised.</summary>
public sealed class MimeMessageComposer
{
    private const int MaxLineLength = 78;

    private readonly MailboxAddress _from;
    private readonly string _domain;

    /// <param name="from">The sender's address. Its domain is also that of the mails' ids.</param>
    /// <param name="fromName">The sender's name as people see it.</param>
    /// <exception cref="ArgumentException">The sender's address is none.</exception>
    public MimeMessageComposer(string from, string fromName)
    {
        if (!BareAddress.TryParse(from, out var sender)) throw new ArgumentException($"'{from}' is not a mail address.", nameof(from));

        sender.Name = MailHeaders.OneLine(fromName);
        (_from, _domain) = (sender, MailboxAddress.EncodeAddrspec(sender.Address).Split('@')[^1]);
    }

    /// <summary>The message; <c>null</c> and a reason where the recipient is no address that mail can be sent to.</summary>
    public bool TryCompose(Mail mail, [NotNullWhen(true)] out MimeMessage? message, [NotNullWhen(false)] out string? reason)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (!BareAddress.TryParse(mail.To, out var to))
        {
            (message, reason) = (null, $"'{MailHeaders.OneLine(mail.To)}' is not a mail address.");
            return false;
        }

        (message, reason) = (Compose(mail, to), null);
        return true;
    }

    private MimeMessage Compose(Mail mail, MailboxAddress to)
    {
        var message = new MimeMessage
        {
            Subject = MailHeaders.OneLine(mail.Subject),
            Date = mail.Date.ToDateTimeOffset(),
            MessageId = MailIds.OfNotification(mail.NotificationId, _domain),
            Body = mail.Attachments.Count == 0 ? Alternatives(mail) : WithFiles(mail),
        };
        message.From.Add(_from.Clone());
        message.To.Add(to);
        foreach (var (name, value) in MailHeaders.Of(mail, _domain)) message.Headers.Add(name, value);
        message.Prepare(EncodingConstraint.SevenBit, MaxLineLength);
        return message;
    }

    // A client shows the last form that it can: the plain text goes first.
    private static Multipart Alternatives(Mail mail) =>
        new("alternative", Part(TextFormat.Plain, mail.Text), Part(TextFormat.Html, mail.Html))
        {
            Boundary = $"=_{MailIds.Hash(mail.NotificationId)}", // not drawn at random: a repeat is the same bytes
        };

    private static Multipart WithFiles(Mail mail)
    {
        var body = new Multipart("mixed", Alternatives(mail)) { Boundary = $"=_files{MailIds.Hash(mail.NotificationId)}" };
        foreach (var file in mail.Attachments)
        {
            body.Add(new MimePart(ContentType.Parse(file.ContentType))
            {
                Content = new MimeContent(new MemoryStream(file.Content.ToArray())),
                ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
                ContentTransferEncoding = ContentEncoding.Base64,
                FileName = MailHeaders.OneLine(file.Name),
            });
        }

        return body;
    }

    private static TextPart Part(TextFormat format, string text)
    {
        var part = new TextPart(format);
        part.SetText(Encoding.UTF8, text);
        return part;
    }
}
