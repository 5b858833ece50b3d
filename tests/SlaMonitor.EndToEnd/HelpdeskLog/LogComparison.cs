using System.Text.Json.Nodes;
using NodaTime.Text;
using SlaMonitor.EndToEnd.Harness;

namespace SlaMonitor.EndToEnd.HelpdeskLog;

/// <summary>Holds every ticket of a monitor against the reference.</summary>
internal static class LogComparison
{
    public static async Task AssertEqualAsync(MonitorProcess monitor, Workplace place, IReadOnlyDictionary<string, ReferenceTicket> reference, Instant now)
    {
        var differences = new List<string>();
        var mails = 0;
        foreach (var (id, expected) in reference)
        {
            var ticket = await monitor.TicketAsync(id);
            Compare(id, ticket, "firstResponse", expected.Response, ReferenceTicket.Outcome(expected.Response, now, paused: false), differences);
            Compare(id, ticket, "resolution", expected.Resolution, ReferenceTicket.Outcome(expected.Resolution, now, expected.IsPaused), differences);

            var told = ticket["notifications"]!.AsArray().Select(n => $"{n!["state"]} {n["step"]}").Order(StringComparer.Ordinal);
            var owed = expected.Mails.Select(mail => $"sent {mail.Step.Replace(" ", ", cycle 1, ")}").Order(StringComparer.Ordinal);
            if (!told.SequenceEqual(owed)) differences.Add($"{id}: told [{string.Join("; ", told)}], owed [{string.Join("; ", owed)}]");
            mails += expected.Mails.Count;
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join('\n', differences.Take(20))}");
        Assert.Equal(mails, place.MailFiles().Count);
    }

    private static void Compare(string id, JsonNode ticket, string metric, ReferenceClock expected, string outcome, List<string> differences)
    {
        var clock = ticket["clocks"]!.AsArray().Single(c => (string?)c!["metric"] == metric)!;
        var found = ((long)clock["elapsedSeconds"]!, (string?)clock["state"]);
        if (found != (expected.Seconds, outcome)) differences.Add($"{id} {metric}: {found}, reference {(expected.Seconds, outcome)}");

        // The due time of a breached clock is known to the reference too.
        if (expected.Exhausted is { } due && InstantPattern.ExtendedIso.Parse((string)clock["dueAt"]!).GetValueOrThrow() != due)
            differences.Add($"{id} {metric}: due {clock["dueAt"]}, reference {due}");
    }
}
