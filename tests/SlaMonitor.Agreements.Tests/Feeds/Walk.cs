using System.Globalization;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Feeds;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Samples;

namespace SlaMonitor.Agreements.Tests.Feeds;

/// <summary>Somebody who reads a calendar and then asks every quarter of an hour who is on call.</summary>
internal static class Walk
{
    public static readonly Agreement Office = AgreementOf("Europe/Berlin");

    /// <summary>An agreement whose people are known by name.</summary>
    public static Agreement AgreementOf(string zone) => TestFiles.Load(TestFiles.Small(more: """
        contacts:
          anna: { email: anna@example.com, knownAs: [Anna Berg] }
          ben:  { email: ben@example.com, knownAs: [Ben] }
          carl: { email: carl@example.com }
        """).Replace("Asia/Shanghai", zone, StringComparison.Ordinal)).Book!.Agreements[0].Versions[0];

    public static Rotation Rotation(string text, Agreement agreement, Instant from, Instant to)
    {
        var problems = new Problems();
        var calendar = FeedReader.Read("on-call.ics", text, to, problems);
        Assert.Empty(problems.InOrder([]));
        return new Rotation(FeedShifts.Turns(calendar!, agreement, new Interval(from, to), problems));
    }

    /// <summary>Each change of who is on call, as <c>03-02 09:00 anna</c> with its offset where the zone has changed it.</summary>
    public static IReadOnlyList<string> Through(string text, string from, string to, Agreement? agreement = null)
    {
        var zone = (agreement ?? Office).TimeZone;
        var (start, end) = (At(from, zone), At(to, zone));
        var rotation = Rotation(text, agreement ?? Office, start, end);
        var changes = new List<string>();
        string? last = "nothing yet";
        for (var at = start; at < end; at += Duration.FromMinutes(15))
        {
            var who = rotation.OnCallAt(at, zone);
            if (who == last) continue;
            changes.Add($"{at.InZone(zone).ToString("MM-dd HH:mm o<g>", CultureInfo.InvariantCulture)} {who?.Split('@')[0] ?? "nobody"}");
            last = who;
        }

        return changes;
    }

    public static Instant At(string date, DateTimeZone zone) =>
        zone.AtStartOfDay(NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value).ToInstant();
}
