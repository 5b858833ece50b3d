using System.Text;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Mails.Languages;
using SlaMonitor.Mails.Templates;

namespace SlaMonitor.Mails.Composition;

/// <summary>Writes a mail: one promise as an alert, several as a digest.</summary>
public sealed class MailComposer(TemplateSet templates) : IMailComposer
{
    /// <summary>What a mail weighs at most, both forms together: mail programs cut off what is longer, and phones are slow.</summary>
    public const int LargestMail = 60 * 1024;

    private const int MostRows = 20;

    /// <inheritdoc />
    public Mail Compose(MailContents contents)
    {
        ArgumentNullException.ThrowIfNull(contents);

        var (text, html) = contents.Items is [var single] ? Alert(contents.Reader, single) : Digest(contents);
        var tickets = contents.Items.Select(item => item.Explanation.Clock.Ticket.Id).Distinct(StringComparer.Ordinal).ToList();
        var wording = Wording.For(contents.Reader.Language);
        return new Mail
        {
            NotificationId = contents.MailId,
            TicketId = tickets is [var only] ? only : null,
            To = contents.Reader.Address,
            Subject = MailSubject.Of(contents.Items, wording),
            Text = text,
            Html = html,
            Language = wording.Language,
            Date = contents.WrittenAt,
            IsImportant = contents.Items.Any(item => DigestKinds.Of(item) == DigestKind.Broken),
        };
    }

    private (string Text, string Html) Alert(Reader reader, MailItem item)
    {
        var model = AlertModel.Of(reader, item);
        return (templates.Render(TemplateName.AlertText, model), templates.Render(TemplateName.AlertHtml, model));
    }

    /// <summary>As many rows as the mail can carry: strangers' titles and links can be long.</summary>
    private (string Text, string Html) Digest(MailContents contents)
    {
        for (var rows = MostRows; ; rows /= 2)
        {
            var model = DigestModel.Of(contents, rows);
            var (text, html) = (templates.Render(TemplateName.DigestText, model), templates.Render(TemplateName.DigestHtml, model));
            if (rows == 0 || Encoding.UTF8.GetByteCount(text) + Encoding.UTF8.GetByteCount(html) <= LargestMail) return (text, html);
        }
    }
}
