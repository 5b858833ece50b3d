using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using SlaMonitor.Functions.Tests.Harness;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Tests.Doors;

/// <summary>The door that mails lead to: opened by scanners before people, and by people who were not meant.</summary>
public sealed class AcknowledgeDoorTests : IAsyncLifetime
{
    private const string Clock = "response/1/14400s";

    private TestMonitor _monitor = null!;

    [Fact]
    public async Task Get_AndHead_ShowAPageAndChangeNothing_HoweverOften()
    {
        var link = Link();
        for (var i = 0; i < 3; i++)
        {
            using var page = await _monitor.Http.GetAsync(link);
            using var head = await _monitor.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, link));
            Assert.Equal(
                (200, 200, "text/html"),
                ((int)page.StatusCode, (int)head.StatusCode, page.Content.Headers.ContentType?.MediaType));
            Assert.Contains("method=\"post\"", await page.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<script", await page.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        }

        Assert.Single((await _monitor.Get<ITicketStore>().LoadAsync("HD-1", default))!.Events);
    }

    [Fact]
    public async Task EveryAnswer_IsKeptNowhere_TellsItsAddressToNobody_AndRunsNothing()
    {
        foreach (var link in new[] { Link(), "/api/acknowledge/forged" })
        {
            using var answer = await _monitor.Http.GetAsync(link);

            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
            Assert.Equal(["no-referrer"], answer.Headers.GetValues("Referrer-Policy"));
            Assert.StartsWith(
                "default-src 'none';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Post_TakesIt_AndTheSecondPersonIsToldWhoHasIt()
    {
        var first = await AnswerAsync(HttpMethod.Post, Link("anna@example.com"));
        var again = await AnswerAsync(HttpMethod.Post, Link("ben@example.com"));

        Assert.Equal(
            ("taken", "anna@example.com", true),
            ((string?)first["state"], (string?)first["promises"]![0]!["by"], (bool)first["justTaken"]!));
        Assert.Equal(
            ("taken", "anna@example.com", "2026-03-02T08:00:00Z", "2026-03-02T12:00:00Z", false),
            (
                (string?)again["state"], (string?)again["promises"]![0]!["by"], (string?)again["promises"]![0]!["at"],
                (string?)again["promises"]![0]!["until"], (bool)again["justTaken"]!));
        using var page = await _monitor.Http.PostAsync(Link("ben@example.com"), null);
        Assert.Equal(200, (int)page.StatusCode);
        Assert.Contains("anna@example.com", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ManyAtOnce_OneHasIt()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => AnswerAsync(HttpMethod.Post, Link($"p{i}@example.com"))));

        Assert.Single(answers, answer => (bool)answer["justTaken"]!);
        Assert.Single(answers.Select(answer => (string?)answer["promises"]![0]!["by"]).Distinct());
        Assert.Equal(2, (await _monitor.Get<ITicketStore>().LoadAsync("HD-1", default))!.Events.Count);
    }

    [Fact]
    public async Task Page_ShowsAHostileTitleHarmlessly()
    {
        using var created = await _monitor.PostAsync(
            "application/cloudevents+json",
            """{"specversion":"1.0","type":"ticket.updated","source":"/helpdesk","id":"2","subject":"HD-1","data":"""
            + """{"title":"<img src=x onerror=alert(1)>\"'"}}""");
        using var page = await _monitor.Http.GetAsync(Link());

        Assert.DoesNotContain("<img src=x", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExpiredLink_Is410_AsAPageAndAsAProblem()
    {
        var old = Link(issued: Instant.FromUtc(2026, 2, 27, 7, 59));
        using var page = await _monitor.Http.PostAsync(old, null);
        using var problem = await AskAsync(HttpMethod.Post, old);

        Assert.Equal((410, "text/html"), ((int)page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.Equal("The link has expired.", (string?)(await problem.ProblemAsync(410))["title"]);
        Assert.Single((await _monitor.Get<ITicketStore>().LoadAsync("HD-1", default))!.Events);
    }

    [Fact]
    public async Task ForgedLink_Is404_AndTakesNothing()
    {
        var token = Link().Split('/')[^1];
        var parts = token.Split('.');
        var others = Encoding.UTF8.GetString(Base64Url(parts[1])).Replace("HD-1", "HD-2", StringComparison.Ordinal);
        foreach (var forged in new[]
        {
            "x", "a.b.c", token[..^2], token + "x", $"{parts[0]}.{ToBase64Url(others)}.{parts[2]}",
            $"{ToBase64Url("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.", new string('a', 7000),
        })
        {
            using var answer = await AskAsync(HttpMethod.Post, $"/api/acknowledge/{forged}");
            await answer.ProblemAsync(404);
        }

        Assert.Single((await _monitor.Get<ITicketStore>().LoadAsync("HD-1", default))!.Events);
    }

    [Fact]
    public async Task PromiseThatIsSettled_HasNothingToTake()
    {
        using var resolved = await _monitor.PostAsync(
            "application/cloudevents+json",
            """{"specversion":"1.0","type":"ticket.resolved","source":"/helpdesk","id":"2","subject":"HD-1"}""");

        Assert.Equal("done", (string?)(await AnswerAsync(HttpMethod.Post, Link()))["state"]);
    }

    [Fact]
    public async Task Acknowledgement_FromOutside_IsAnEventThatWeDoNotKnow()
    {
        using var answer = await _monitor.PostAsync(
            "application/cloudevents+json",
            """{"specversion":"1.0","type":"ticket.acknowledged","source":"urn:slamonitor","id":"9","subject":"HD-1"}""");

        Assert.Equal(202, (int)answer.StatusCode);
        Assert.Equal("open", (string?)(await AnswerAsync(HttpMethod.Get, Link()))["state"]);
    }

    public async Task InitializeAsync()
    {
        _monitor = await TestMonitor.StartAsync();
        using var created = await _monitor.PostAsync(
            "application/cloudevents+json",
            """{"specversion":"1.0","type":"ticket.created","source":"/helpdesk","id":"1","subject":"HD-1"}""");
    }

    public async Task DisposeAsync() => await _monitor.DisposeAsync();

    private string Link(string who = "anna@example.com", Instant? issued = null) =>
        "/api/acknowledge/"
        + _monitor.Get<AcknowledgeTokens>()
            .Issue(new PromiseGrant("HD-1", new(Clock), who, "n-1"), issued ?? Instant.FromUtc(2026, 3, 2, 8, 0));

    private Task<HttpResponseMessage> AskAsync(HttpMethod method, string link) =>
        _monitor.Http.SendAsync(
            new HttpRequestMessage(method, link) { Headers = { Accept = { new MediaTypeWithQualityHeaderValue("application/json") } } });

    private async Task<JsonNode> AnswerAsync(HttpMethod method, string link)
    {
        using var answer = await AskAsync(method, link);
        Assert.Equal(200, (int)answer.StatusCode);
        return await answer.JsonAsync();
    }

    private static byte[] Base64Url(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);

    private static string ToBase64Url(string text) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
