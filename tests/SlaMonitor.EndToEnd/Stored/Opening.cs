using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SlaMonitor.EndToEnd.Smtp;
using SlaMonitor.Harness;

namespace SlaMonitor.EndToEnd.Stored;

/// <summary>Opens stored data with the program of the day and lets it work on for two days.</summary>
internal static class Opening
{
    private static readonly Duration[] Looks = [Duration.FromHours(5), Duration.FromHours(25), Duration.FromHours(49)];

    /// <param name="site">The program, with a copy of the data.</param>
    /// <param name="story">The story that made them.</param>
    /// <param name="links">Paths of links in mails that were sent back then.</param>
    /// <returns>
    /// <c>tickets</c>, <c>queue</c> and <c>links</c>: how everything stands at the moment when the data were written, while no mail can be
    /// sent; <c>waiting</c>: the mails that go out as soon as they can; <c>told</c>: those of the next two days; <c>later</c> and
    /// <c>queueLater</c>: how everything stands then; <c>taken</c>: what the links answer when their buttons are pressed then.
    /// </returns>
    public static async Task<JsonObject> RunAsync(Site site, IReadOnlyList<JsonNode> story, IReadOnlyList<string> links)
    {
        var tickets = StoryTeller.TicketsOf(story);
        var end = StoryTeller.EndOf(story);
        site.Mail.Mood = MailServerMood.Away;
        await using var monitor = await site.StartAsync(end);
        await monitor.MoveClockAsync(end); // comes back when what waited was tried, and is put off
        var seen = new JsonObject
        {
            ["tickets"] = await Answers.OfTicketsAsync(monitor, tickets),
            ["queue"] = await Answers.OfQueueAsync(monitor),
            ["links"] = await LinksAsync(monitor, links, HttpMethod.Get),
        };

        site.Mail.Mood = MailServerMood.Well;
        await site.Mail.FirstTakenAsync();
        await monitor.MoveClockAsync(end);
        var waiting = site.Mail.Taken;
        seen["waiting"] = MailFacts.Of(waiting);

        foreach (var look in Looks) await monitor.MoveClockAsync(end + look);
        seen["told"] = MailFacts.Of(site.Mail.Taken.Skip(waiting.Count));
        seen["later"] = await Answers.OfTicketsAsync(monitor, tickets);
        seen["queueLater"] = await Answers.OfQueueAsync(monitor);
        seen["taken"] = await LinksAsync(monitor, links, HttpMethod.Post);
        Assert.Equal(0, await monitor.StopAsync());
        return seen;
    }

    /// <summary>What each link says when it is opened (GET), or when its button is pressed (POST).</summary>
    private static async Task<JsonArray> LinksAsync(MonitorProcess monitor, IReadOnlyList<string> links, HttpMethod method)
    {
        var answers = new JsonArray();
        foreach (var link in links)
        {
            using var request = new HttpRequestMessage(method, link);
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            using var answer = await monitor.Http.SendAsync(request);
            answers.Add(await answer.Content.ReadFromJsonAsync<JsonNode>());
        }

        return answers;
    }
}
