using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Contents;

namespace SlaMonitor.Mails.Preview;

/// <summary>A mail of each kind, as the real engine makes them of a small sample helpdesk.</summary>
public static class MailSamples
{
    /// <summary>The mails in a language.</summary>
    /// <param name="language">A BCP 47 tag.</param>
    /// <param name="title">The title of every ticket, for trying what customers might write; a plain one, unless given.</param>
    public static IReadOnlyList<MailSample> All(string language, string? title = null)
    {
        var desk = new SampleDesk(language, title);
        var (noon, afternoon, wednesday) = (Hours(2), Hours(5), Hours(54));
        var late = desk.Response("HD-1042", MailItemKind.Breach, afternoon);
        return
        [
            Mail("warning", desk.Response("HD-1042", MailItemKind.Warning, noon)),
            Mail("breach", late),
            Mail("taken", Taken(late, afternoon)),
            Mail("paused-and-excluded", desk.Resolution("HD-1042", MailItemKind.Warning, wednesday)),
            Mail("all-clear", desk.Response("HD-1042", MailItemKind.AllClear, afternoon, answeredAfter: Duration.FromHours(3))),
            Mail("undelivered", late with
            {
                Kind = MailItemKind.Undelivered,
                Unreached = new Unreached("ben@example.com", "550 5.1.1 no such user"),
                AlsoTold = [],
            }),
            Mail("waited", desk.Resolution("HD-1042", MailItemKind.Warning, wednesday) with { WaitedSince = Hours(34) }),
            Mail("digest", [.. Digest(desk, afternoon)]),
            Mail("storm", [.. Enumerable.Range(0, 500).Select(n => desk.Response($"HD-{2000 + n}", MailItemKind.Breach, afternoon))]),
        ];

        MailSample Mail(string name, params MailItem[] items) => new(name, new MailContents
        {
            MailId = $"sample-{name}",
            Reader = desk.Reader,
            Items = items,
            TakeAllUrl = items.Length > 1 ? new Uri("https://sla.example.com/api/acknowledge/all") : null,
            WrittenAt = items[0].Explanation.AsOf,
        });
    }

    private static IEnumerable<MailItem> Digest(SampleDesk desk, Instant now) =>
    [
        desk.Response("HD-1042", MailItemKind.Breach, now),
        desk.Response("HD-1043", MailItemKind.Undelivered, now) with
        {
            Unreached = new Unreached("ben@example.com", "550 5.1.1 no such user"),
        },
        desk.Resolution("HD-1044", MailItemKind.Warning, now),
        Taken(desk.Resolution("HD-1045", MailItemKind.Warning, now), now),
        desk.Response("HD-1046", MailItemKind.AllClear, now, answeredAfter: Duration.FromHours(2)),
    ];

    private static MailItem Taken(MailItem item, Instant at) => item with
    {
        AcknowledgedBy = new Acknowledgement(item.Explanation.Clock.Id, "ben@example.com", at, at + Duration.FromHours(4)),
    };

    private static Instant Hours(int afterOpening) => SampleDesk.Opening + Duration.FromHours(afterOpening);
}
