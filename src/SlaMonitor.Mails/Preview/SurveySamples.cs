using NodaTime;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Mails.Languages;
using SlaMonitor.Mails.Surveys;

namespace SlaMonitor.Mails.Preview;

/// <summary>The mail of a survey, and its page in each of its states.</summary>
public static class SurveySamples
{
    private const string Ticket = "HD-1042";
    private const int Chosen = 4;

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly Instant Asked = Instant.FromUtc(2026, 3, 6, 9, 0);

    /// <summary>The mail in a language.</summary>
    /// <param name="language">A BCP 47 tag.</param>
    /// <param name="title">The title of the ticket; a plain one, unless given.</param>
    public static Mail Mail(string language, string? title = null) => SurveyMail.Of(
        "sample-survey", new Reader("casey@example.org", language, Zone), Asked, Ticket, title ?? TitleIn(language),
        [.. Enumerable.Range(1, 5).Select(rating => new Uri($"https://sla.example.com/api/rate/sample{rating}"))]);

    /// <summary>The pages in a language, by their names.</summary>
    /// <inheritdoc cref="Mail"/>
    public static IReadOnlyList<(string Name, SurveyPage Page)> Pages(string language, string? title = null) =>
    [
        ("survey-open", Page(SurveyStand.Open, language, title)), ("survey-rated", Page(SurveyStand.Rated, language, title)),
        ("survey-expired", new SurveyPage(SurveyStand.Expired, language)),
        ("survey-invalid", new SurveyPage(SurveyStand.Invalid, language)),
    ];

    private static SurveyPage Page(SurveyStand stand, string language, string? title) => new(stand, language)
    {
        Rating = Chosen,
        TicketId = Ticket,
        Title = title ?? TitleIn(language),
        Choices = [.. Enumerable.Range(1, 5).Select(rating => new SurveyChoice(rating, $"sample{rating}"))],
        Until = (Asked + Duration.FromDays(7)).InZone(Zone),
    };

    private static string TitleIn(string language) =>
        Wording.IsChinese(language) ? "登录后页面空白，无法提交订单" : "Checkout shows an empty page after login";
}
