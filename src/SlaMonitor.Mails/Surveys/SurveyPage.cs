using System.Globalization;
using NodaTime;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Languages;
using SlaMonitor.Mails.Pages;

namespace SlaMonitor.Mails.Surveys;

/// <summary>The page behind the link of a survey: what was chosen, and buttons that count it. It runs nothing and loads nothing.</summary>
/// <param name="Stand">How it stands.</param>
/// <param name="Language">The reader's language, as a BCP 47 tag.</param>
public sealed record SurveyPage(SurveyStand Stand, string Language)
{
    /// <summary>The rating of the link.</summary>
    public int Rating { get; init; }

    /// <summary>The ticket; <c>null</c> where that is told to nobody.</summary>
    public string? TicketId { get; init; }

    /// <summary>Its title: untrusted text.</summary>
    public string? Title { get; init; }

    /// <summary>What may be chosen, the rating of the link too; none where the link is good for nothing.</summary>
    public IReadOnlyList<SurveyChoice> Choices { get; init; } = [];

    /// <summary>Until when it may be changed, in the reader's zone.</summary>
    public ZonedDateTime? Until { get; init; }

    /// <summary>The page as HTML.</summary>
    public string Html()
    {
        var words = SurveyWords.For(Language);
        var heading = Stand switch
        {
            SurveyStand.Open => words.Question,
            SurveyStand.Rated => Format(words.Thanks, words.Of(Rating)),
            SurveyStand.Expired => words.Expired,
            _ => words.Invalid,
        };
        return PlainPage.Of(Language, heading, string.Concat(Body(words)));
    }

    private IEnumerable<string> Body(SurveyWords words)
    {
        if (TicketId is { } ticket) yield return PlainHtml.Paragraph(SurveyMail.Named(ticket, Title));
        if (Stand == SurveyStand.Open)
        {
            yield return PlainHtml.Paragraph(Format(words.Chosen, words.Of(Rating)));
            foreach (var choice in Choices.Where(choice => choice.Rating == Rating))
                yield return PlainPage.Button(choice.ActionUrl, Format(words.Send, words.Of(Rating)));
            yield return PlainHtml.Paragraph(words.Others);
        }
        else if (Stand == SurveyStand.Rated && Until is { } until)
        {
            yield return PlainHtml.Paragraph(Format(words.Change, Wording.For(Language).Of(until)));
        }

        foreach (var choice in Choices.Where(choice => choice.Rating != Rating).OrderByDescending(choice => choice.Rating))
            yield return PlainPage.Button(choice.ActionUrl, words.Of(choice.Rating));
    }

    private static string Format(string sentence, string what) => string.Format(CultureInfo.InvariantCulture, sentence, what);
}
