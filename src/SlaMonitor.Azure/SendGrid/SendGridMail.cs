using System.Globalization;
using System.Net.Mail;
using SendGrid;
using SendGrid.Helpers.Mail;
using SlaMonitor.Mails;
using SlaMonitor.Mails.Mime;

namespace SlaMonitor.Azure.SendGrid;

/// <summary>Writes a mail as SendGrid's v3 API wants it.</summary>
internal static class SendGridMail
{
    /// <summary>What comes back with every event of the mail: its own id.</summary>
    public const string NotificationArgument = "notificationId";

    /// <summary>What comes back with every event of the mail: which ticket it was about, if it was about one.</summary>
    public const string TicketArgument = "ticketId";

    private const string Category = "sla";

    public static SendGridMessage Of(Mail mail, SendGridOptions options)
    {
        var message = new SendGridMessage();
        message.SetFrom(options.From, MailHeaders.OneLine(options.FromName));
        message.AddTo(mail.To);
        message.SetSubject(MailHeaders.OneLine(mail.Subject));
        message.AddContent(MimeType.Text, mail.Text); // a client shows the last form that it can: the plain text goes first
        message.AddContent(MimeType.Html, mail.Html);
        foreach (var file in mail.Attachments)
            message.AddAttachment(MailHeaders.OneLine(file.Name), Convert.ToBase64String(file.Content.Span), file.ContentType);
        foreach (var (name, value) in MailHeaders.Of(mail, DomainOf(options.From!))) message.AddHeader(name, value);
        message.AddCustomArg(NotificationArgument, mail.NotificationId);
        if (mail.TicketId is { } ticket) message.AddCustomArg(TicketArgument, ticket);
        message.AddCategory(Category);
        // A rewritten link looks like a fraud, and would be opened by SendGrid's hand.
        message.SetClickTracking(enable: false, enableText: false);
        message.SetOpenTracking(enable: false);
        if (options.Sandbox) message.SetSandBoxMode(enable: true);
        return message;
    }

    private static string DomainOf(string address) => new IdnMapping().GetAscii(new MailAddress(address).Host);
}
