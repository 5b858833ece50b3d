using System.Globalization;
using System.Net;
using NodaTime;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Surveys;

/// <summary>
/// Writes the mail that asks a requester how satisfied they are. It is plain: no template can keep it from being sent, and it has no
/// picture that would tell who has read it.
/// </summary>
public static class SurveyMail
{
    private const int LongestText = 100;

    /// <param name="id">The mail's id.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="date">When it is written.</param>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="title">Its title, as a stranger wrote it; <c>null</c> where it has none.</param>
    /// <param name="links">Where each rating is given, from 1 on.</param>
    public static Mail Of(string id, Reader reader, Instant date, string ticketId, string? title, IReadOnlyList<Uri> links)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(links);

        var (words, wording) = (SurveyWords.For(reader.Language), Wording.For(reader.Language));
        var ticket = Named(ticketId, title);
        var ask = string.Format(CultureInfo.InvariantCulture, words.Ask, ticket);
        var best = links.Select((link, i) => (Rating: i + 1, Link: link.AbsoluteUri)).Reverse().ToList();
        string[] after = [words.Week, words.NoTracking, wording.Labels.Sender];
        var text = $"{ask}\n\n{string.Join('\n', best.Select(choice => $"{words.Of(choice.Rating)}:\n{choice.Link}\n"))}\n"
            + string.Join("\n\n", after);
        var choices = best.Select(choice =>
            $"<li><a href=\"{WebUtility.HtmlEncode(choice.Link)}\">{WebUtility.HtmlEncode(words.Of(choice.Rating))}</a></li>");
        var html = $"{PlainHtml.Paragraph(ask)}<ul>{string.Concat(choices)}</ul>{string.Concat(after.Select(PlainHtml.Paragraph))}";
        return PlainMail.Of(
            id, reader.Address, wording, date, string.Format(CultureInfo.InvariantCulture, words.Subject, ticket), text, html);
    }

    /// <summary>A ticket by its id and title; whatever a stranger wrote is one harmless line.</summary>
    internal static string Named(string ticketId, string? title)
    {
        var id = HarmlessText.Of(ticketId, LongestText);
        return HarmlessText.OrNull(title, LongestText) is { } shown ? $"{id} ({shown})" : id;
    }
}
