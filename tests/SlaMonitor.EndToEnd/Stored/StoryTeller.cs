using System.Diagnostics;
using System.Text.Json.Nodes;
using NodaTime.Text;
using SlaMonitor.EndToEnd.Smtp;
using SlaMonitor.Harness;

namespace SlaMonitor.EndToEnd.Stored;

/// <summary>Plays the story of a stored version to the program, up to the moment when it is stopped with a mail still waiting.</summary>
internal static class StoryTeller
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>When the program is started.</summary>
    private static readonly Instant Beginning = Instant.FromUtc(2026, 3, 2, 0, 50);

    /// <summary>The tickets of the story.</summary>
    public static IReadOnlyList<string> TicketsOf(IEnumerable<JsonNode> story) =>
        [.. story.Select(line => (string?)line["subject"]).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>When the story ends.</summary>
    public static Instant EndOf(IReadOnlyList<JsonNode> story) => TimeOf(story[^1]);

    /// <returns>What the program says at the end.</returns>
    public static async Task<JsonObject> TellAsync(Site site, IReadOnlyList<JsonNode> story)
    {
        await using var monitor = await site.StartAsync(Beginning);
        foreach (var (number, line) in story.Index()) await TellAsync(site, monitor, number + 1, line);

        var end = await Answers.OfTicketsAsync(monitor, TicketsOf(story));
        var said = new JsonObject
        {
            ["at"] = EndOf(story).ToString(),
            ["queue"] = await Answers.OfQueueAsync(monitor),
            ["told"] = MailFacts.Of(site.Mail.Taken),
            ["tickets"] = end,
        };
        Assert.Equal(0, await monitor.StopAsync());
        return said;
    }

    private static async Task TellAsync(Site site, MonitorProcess monitor, int number, JsonNode line)
    {
        var at = TimeOf(line);
        if ((string?)line["do"] == "stop with a mail waiting")
        {
            await WaitUntilAMailIsPutOffAsync(site, monitor, at);
            return;
        }

        await monitor.MoveClockAsync(at);
        switch ((string?)line["do"])
        {
            case null:
                await PostAsync(monitor, number, line);
                break;
            case "take":
                using (var taken = await monitor.Http.PostAsync(MailFacts.LinkIn(MailOf(site, line)), null))
                    Assert.True(taken.IsSuccessStatusCode, await taken.Content.ReadAsStringAsync());
                break;
            case "bounce":
                var mail = MailOf(site, line);
                await site.Reports.BounceAsync(monitor, MailFacts.IdOf(mail), MailFacts.RecipientOf(mail), at);
                await monitor.MoveClockAsync(at);
                break;
            case "mail server goes away":
                site.Mail.Mood = MailServerMood.Away;
                break;
            case "nothing":
                break;
            case var other:
                Assert.Fail($"Line {number} of the story says '{other}', which nobody knows how to do.");
                break;
        }
    }

    private static MimeKit.MimeMessage MailOf(Site site, JsonNode line) =>
        MailFacts.Find(site.Mail.Taken, (string)line["recipient"]!, (string)line["ticket"]!);

    private static async Task PostAsync(MonitorProcess monitor, int number, JsonNode line)
    {
        var posted = new JsonObject
        {
            ["specversion"] = "1.0",
            ["source"] = "/helpdesk",
            ["id"] = $"event-{number}",
            ["type"] = line["type"]!.DeepClone(),
            ["subject"] = line["subject"]!.DeepClone(),
            ["time"] = (line["time"] ?? line["at"])!.DeepClone(),
            ["data"] = line["data"]!.DeepClone(),
        };
        if (line["traceparent"] is { } trace) posted["traceparent"] = trace.DeepClone();
        using var answer = await monitor.PostEventAsync(posted.ToJsonString());
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task WaitUntilAMailIsPutOffAsync(Site site, MonitorProcess monitor, Instant at)
    {
        using (var moved = await monitor.Http.PostAsync($"/admin/clock?to={at}", null)) Assert.True(moved.IsSuccessStatusCode);
        for (var waited = Stopwatch.StartNew(); site.Mail.PutOff == 0;)
        {
            Assert.True(waited.Elapsed < Patience, "No mail was to be sent.");
            await RealTime.WaitAsync(TimeSpan.FromMilliseconds(20));
        }
    }

    private static Instant TimeOf(JsonNode line) => InstantPattern.General.Parse((string)line["at"]!).GetValueOrThrow();
}
