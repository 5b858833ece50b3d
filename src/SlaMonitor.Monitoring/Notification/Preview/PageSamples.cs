using NodaTime;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Notification.Contents;

namespace SlaMonitor.Monitoring.Notification.Preview;

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
        var open = Page(AcknowledgeState.Open, late) with { ActionUrl = "sample", Until = now + Duration.FromHours(4) };
        var taken = Page(AcknowledgeState.Taken, late) with { By = SampleDesk.Anna, At = now, Until = now + Duration.FromHours(4) };
        return
        [
            new PageSample("open", open),
            new PageSample("just-taken", taken with { JustTaken = true }),
            new PageSample("taken", taken with { By = "ben@example.com" }),
            new PageSample("done", Page(AcknowledgeState.Done, kept)),
            new PageSample("expired", Page(AcknowledgeState.Expired, null)),
            new PageSample("invalid", Page(AcknowledgeState.Invalid, null)),
        ];

        AcknowledgePage Page(AcknowledgeState state, MailItem? item) => new()
        {
            State = state,
            Explanation = item?.Explanation,
            Recipient = SampleDesk.Anna,
            Language = language,
            TimeZone = desk.Reader.TimeZone,
        };
    }
}
