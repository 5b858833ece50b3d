using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using NodaTime.Text;
using SlaMonitor.Functions.Tests.Harness;
using SlaMonitor.Webhooks.Tests.Harness;

namespace SlaMonitor.Webhooks.Tests.Stories;

/// <summary>
/// One story, told by each helpdesk over real HTTP, out of order and with repeats: the clocks are those of the same
/// story in canonical events.
/// </summary>
public sealed class StoryTests(StoryTests.OneMonitor one) : IClassFixture<StoryTests.OneMonitor>
{
    private static readonly IReadOnlyList<Func<Story>> Stories =
    [
        SignedStories.Zendesk, SignedStories.Jira, SignedStories.Zammad, SignedStories.GitHub, SignedStories.Glpi,
        SignedStories.StandardWebhooks, TemplateStories.ZendeskTriggers, TemplateStories.Freshdesk, TemplateStories.ServiceNow,
    ];

    public static TheoryData<string> Names => [.. Stories.Select(tell => tell().Name)];

    /// <summary>A story of <see cref="Names"/>.</summary>
    internal static Story Tell(string name) => Stories.Select(tell => tell()).Single(told => told.Name == name);

    [Fact]
    public void Stories_AreToldByEveryKind() => Assert.Equal(
        Helpdesks.All.Select(kind => kind.Name).Order(StringComparer.Ordinal),
        Stories.Select(tell => tell().Kind).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Story_ToldOutOfOrderAndTwice_HasTheClocksOfTheCanonicalOne(string name)
    {
        var story = Tell(name);
        var monitor = one.Monitor;
        var random = new Random(name.Length * 31);
        var deliveries = story.Bodies.Concat(story.Bodies.Where(_ => random.Next(2) == 0)).ToArray();
        random.Shuffle(deliveries);
        foreach (var body in deliveries)
        {
            using var request = story.Send(body, InstantPattern.ExtendedIso.Parse(Plot.Told).Value);
            using var answer = await monitor.Http.SendAsync(request);
            Assert.True(
                (int)answer.StatusCode is 200 or 202,
                $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()} to {body}");
        }

        foreach (var (id, time, type, data) in Plot.Canonical)
        {
            using var answer = await monitor.PostAsync(
                "application/cloudevents+json",
                $$"""
                {"specversion":"1.0","type":"ticket.{{type}}","source":"/canonical","id":"{{id}}","subject":"CANON",
                 "time":"{{Edit.Iso(time)}}","data":{{data}}}
                """);
            Assert.Equal(200, (int)answer.StatusCode);
        }

        var told = await TicketAsync(story.Ticket);
        var canonical = await TicketAsync("CANON");
        Assert.Equal(Clocks(canonical, story), Clocks(told, story));
        Assert.Equal(
            ["firstResponse", "nextResponse", "resolution", "update"],
            told["clocks"]!.AsArray().Select(clock => (string)clock!["metric"]!).Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain(one.Logs.GetSnapshot(), entry => entry.Level >= LogLevel.Warning);
    }

    /// <summary>The clocks to the last field. Zammad knows no word for resolved: to it, what is settled is closed.</summary>
    private static string Clocks(JsonNode ticket, Story story)
    {
        var clocks = ticket["clocks"]!.ToJsonString();
        return story.Kind == "zammad" ? clocks.Replace("\"resolved\"", "\"closed\"", StringComparison.Ordinal) : clocks;
    }

    private async Task<JsonNode> TicketAsync(string id)
    {
        using var answer = await one.Monitor.Http.GetAsync($"/api/tickets/{Uri.EscapeDataString(id)}");
        return await answer.JsonAsync();
    }

    public sealed class OneMonitor : IAsyncLifetime
    {
        internal TestMonitor Monitor { get; private set; } = null!;

        internal FakeLogCollector Logs { get; } = new();

        public async Task InitializeAsync() => Monitor = await TestMonitor.StartAsync(
            services => services.AddLogging(logging => logging.AddProvider(new FakeLoggerProvider(Logs))),
            TestConnections.Settings(),
            Plot.Told);

        public async Task DisposeAsync() => await Monitor.DisposeAsync();
    }
}
