using System.Net;
using NodaTime;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Composition;

/// <summary>Writes the mail that only shows that mails arrive. It is plain, so that no template can keep it from being sent.</summary>
public static class TestMail
{
    /// <param name="id">The mail's id.</param>
    /// <param name="to">The address.</param>
    /// <param name="language">The language that is read there.</param>
    /// <param name="date">When it is written.</param>
    public static Mail Of(string id, string to, string language, Instant date)
    {
        var wording = Wording.For(language);
        var lines = wording.TestParagraphs.Append(wording.Labels.Sender).ToList();
        return new Mail
        {
            NotificationId = id,
            TicketId = null,
            To = to,
            Subject = wording.TestSubject,
            Text = string.Join("\n\n", lines) + "\n",
            Html = $"<!DOCTYPE html><html lang=\"{wording.Language}\"><body>"
                + string.Concat(lines.Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>")) + "</body></html>\n",
            Language = wording.Language,
            Date = date,
        };
    }
}
