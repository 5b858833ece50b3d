using System.Net;
using NodaTime;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Composition;

/// <summary>Lays out what the monitor itself has to say. It is plain, so that no template can keep it from being sent.</summary>
internal static class PlainMail
{
    /// <param name="id">The mail's id.</param>
    /// <param name="to">The address.</param>
    /// <param name="wording">The language that is read there.</param>
    /// <param name="date">When it is written.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="paragraphs">What it says; a paragraph of several lines is a list.</param>
    public static Mail Of(string id, string to, Wording wording, Instant date, string subject, IReadOnlyList<string[]> paragraphs)
    {
        string[][] all = [.. paragraphs, [wording.Labels.Sender]];
        return Of(id, to, wording, date, subject, string.Join("\n\n", all.Select(Text)), string.Concat(all.Select(Html)));
    }

    /// <param name="id">The mail's id.</param>
    /// <param name="to">The address.</param>
    /// <param name="wording">The language that is read there.</param>
    /// <param name="date">When it is written.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="text">What it says, as text; a line break comes after it.</param>
    /// <param name="html">The same as HTML, to be the body of the document.</param>
    public static Mail Of(string id, string to, Wording wording, Instant date, string subject, string text, string html) => new()
    {
        NotificationId = id,
        TicketId = null,
        To = to,
        Subject = subject,
        Text = text + "\n",
        Html = $"<!DOCTYPE html><html lang=\"{wording.Language}\"><body>{html}</body></html>\n",
        Language = wording.Language,
        Date = date,
    };

    private static string Text(string[] paragraph) =>
        paragraph is [var only] ? only : string.Join('\n', paragraph.Select(line => $"- {line}"));

    private static string Html(string[] paragraph) => paragraph is [var only]
        ? PlainHtml.Paragraph(only)
        : $"<ul>{string.Concat(paragraph.Select(line => $"<li>{WebUtility.HtmlEncode(line)}</li>"))}</ul>";
}
