using NodaTime;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Mails.Pages;

namespace SlaMonitor.Mails.Preview;

/// <summary>The acknowledge page in each of its states, of the same sample helpdesk as the mails.</summary>
public static class PageSamples
{
    /// <summary>The pages in a language.</summary>
    /// <param name="language">A BCP 47 tag.</param>
    /// <param name="title">The title of the ticket; a plain one, unless given.</param>
    public static IReadOnlyList<PageSample> All(string language, string? title = null)
    {
        var desk = new SampleDesk(language, title);
        var now = SampleDesk.Opening + Duration.FromHours(5);
        var late = desk.Response("HD-1042", MailItemKind.Breach, now);
        var kept = desk.Response("HD-1042", MailItemKind.AllClear, now, answeredAfter: Duration.FromHours(3));
        var open = Promise(AcknowledgeState.Open, late) with { Until = now + Duration.FromHours(4) };
        var justTaken = open with { State = AcknowledgeState.Taken, By = SampleDesk.Anna, At = now, JustTaken = true };
        var taken = justTaken with { By = "ben@example.com", JustTaken = false };
        var storm = Enumerable.Range(0, 30)
            .Select(n => open with { Explanation = desk.Response($"HD-{2000 + n}", MailItemKind.Breach, now).Explanation })
            .ToList();
        return
        [
            new("open", Page(AcknowledgeState.Open, open)),
            new("open-all", Page(AcknowledgeState.Open, [.. storm])),
            new("just-taken", Page(AcknowledgeState.Taken, justTaken)),
            new("taken", Page(AcknowledgeState.Taken, taken)),
            new("done", Page(AcknowledgeState.Done, Promise(AcknowledgeState.Done, kept))),
            new("expired", Page(AcknowledgeState.Expired)),
            new("invalid", Page(AcknowledgeState.Invalid)),
        ];

        static PagePromise Promise(AcknowledgeState state, MailItem item) => new() { State = state, Explanation = item.Explanation };

        AcknowledgePage Page(AcknowledgeState state, params PagePromise[] promises) => new()
        {
            State = state,
            Promises = promises,
            Recipient = SampleDesk.Anna,
            Language = language,
            TimeZone = desk.Reader.TimeZone,
            ActionUrl = state == AcknowledgeState.Open ? "sample" : null,
        };
    }
}
