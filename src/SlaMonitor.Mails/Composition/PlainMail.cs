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
        return new Mail
        {
            NotificationId = id,
            TicketId = null,
            To = to,
            Subject = subject,
            Text = string.Join("\n\n", all.Select(Text)) + "\n",
            Html = $"<!DOCTYPE html><html lang=\"{wording.Language}\"><body>{string.Concat(all.Select(Html))}</body></html>\n",
            Language = wording.Language,
            Date = date,
        };
    }

    private static string Text(string[] paragraph) =>
        paragraph is [var only] ? only : string.Join('\n', paragraph.Select(line => $"- {line}"));

    private static string Html(string[] paragraph) => paragraph is [var only]
        ? $"<p>{WebUtility.HtmlEncode(only)}</p>"
        : $"<ul>{string.Concat(paragraph.Select(line => $"<li>{WebUtility.HtmlEncode(line)}</li>"))}</ul>";
}
