using System.Text.Json.Nodes;
using NodaTime.Text;
using SlaMonitor.Harness;

namespace SlaMonitor.EndToEnd.HelpdeskLog;

/// <summary>Holds every ticket of a monitor against the reference.</summary>
internal static class LogComparison
{
    /// <param name="monitor">The monitor.</param>
    /// <param name="place">Where its mails are.</param>
    /// <param name="reference">The tickets as they should be.</param>
    /// <param name="looks">When the monitor has looked; the last is the present.</param>
    public static async Task AssertEqualAsync(
        MonitorProcess monitor, MonitorFolder place, IReadOnlyDictionary<string, ReferenceTicket> reference, IReadOnlyList<Instant> looks)
    {
        var now = looks[^1];
        var differences = new List<string>();
        var told = new List<(string Mail, string What)>();
        foreach (var (id, expected) in reference)
        {
            var ticket = await monitor.TicketAsync(id);
            Compare(
                id, ticket, "firstResponse", expected.Response, ReferenceTicket.Outcome(expected.Response, now, paused: false),
                differences);
            Compare(
                id, ticket, "resolution", expected.Resolution, ReferenceTicket.Outcome(expected.Resolution, now, expected.IsPaused),
                differences);
            foreach (var notification in ticket["notifications"]!.AsArray())
            {
                if ((string?)notification!["state"] != "sent") differences.Add($"{id}: {notification}");
                told.Add(((string)notification["detail"]!, $"{id}: {notification["step"]}"));
            }
        }

        var mails = told.GroupBy(one => one.Mail).ToList();
        var found = mails.Select(mail => ReferenceMails.Whole(mail.Select(one => one.What))).Order(StringComparer.Ordinal).ToList();
        var owed = ReferenceMails.Of(reference, looks);
        differences.AddRange(found.Except(owed).Select(mail => $"told without need: {mail}"));
        differences.AddRange(owed.Except(found).Select(mail => $"not told: {mail}"));

        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join('\n', differences.Take(20))}");
        Assert.Equal(owed.Count, found.Count);
        Assert.Equal(
            mails.Select(mail => mail.Key).Order(StringComparer.Ordinal),
            place.MailFiles().Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static void Compare(
        string id, JsonNode ticket, string metric, ReferenceClock expected, string outcome, List<string> differences)
    {
        var clock = ticket["clocks"]!.AsArray().Single(c => (string?)c!["metric"] == metric)!;
        var found = ((long)clock["elapsedSeconds"]!, (string?)clock["state"]);
        if (found != (expected.Seconds, outcome)) differences.Add($"{id} {metric}: {found}, reference {(expected.Seconds, outcome)}");

        // The due time of a breached clock is known to the reference too.
        if (expected.Exhausted is { } due && InstantPattern.ExtendedIso.Parse((string)clock["dueAt"]!).GetValueOrThrow() != due)
            differences.Add($"{id} {metric}: due {clock["dueAt"]}, reference {due}");
    }
}
