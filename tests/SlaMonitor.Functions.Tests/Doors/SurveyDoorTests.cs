using System.Net;
using System.Text.RegularExpressions;
using SlaMonitor.Functions.Tests.Harness;
using SlaMonitor.Monitoring.Notification.Acknowledging;

namespace SlaMonitor.Functions.Tests.Doors;

/// <summary>A survey over HTTP: an event comes in, a mail goes out, a button is pressed, and the report has a figure.</summary>
public sealed partial class SurveyDoorTests : IAsyncLifetime
{
    private readonly string _mails = Directory.CreateTempSubdirectory("sla-survey-mails-").FullName;
    private TestMonitor _monitor = null!;

    public async Task InitializeAsync() => _monitor = await TestMonitor.StartAsync(
        settings: new Dictionary<string, string?> { ["Local__MailFolder"] = _mails }, start: "2026-03-02T09:30:00+08:00");

    public async Task DisposeAsync()
    {
        await _monitor.DisposeAsync();
        Directory.Delete(_mails, recursive: true);
    }

    [Fact]
    public async Task EventsIn_MailOut_Click_IsAFigureOfTheReport()
    {
        await PostAsync("created", "2026-03-02T09:00:00+08:00", """{"requester":"casey@example.org","title":"No <b>screen</b>"}""");
        await PostAsync("resolved", "2026-03-02T09:20:00+08:00");
        await _monitor.AdvanceToAsync("2026-03-03T09:21:00+08:00");
        var links = Links().Matches(await MailAsync()).Select(link => link.Groups["path"].Value).ToList();
        Assert.Equal(5, links.Count); // the best first

        foreach (var method in (HttpMethod[])[HttpMethod.Head, HttpMethod.Get])
        {
            using var look = await _monitor.Http.SendAsync(new HttpRequestMessage(method, links[1]));
            Assert.Equal(HttpStatusCode.OK, look.StatusCode);
            AssertProtected(look);
        }

        Assert.Equal(0, (int)(await ReportAsync())["satisfaction"]!["answers"]!);
        using var answer = await _monitor.Http.PostAsync(links[1], content: null);
        var page = await answer.Content.ReadAsStringAsync();
        AssertProtected(answer);
        Assert.Contains("4, ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>screen", page, StringComparison.OrdinalIgnoreCase);
        var satisfaction = (await ReportAsync())["satisfaction"]!;
        Assert.Equal((1, 4m), ((int)satisfaction["answers"]!, (decimal)satisfaction["mean"]!));

        // A button of the page that came back.
        var action = Action().Match(page).Groups["action"].Value;
        using var changed = await _monitor.Http.PostAsync(new Uri(new Uri(_monitor.Http.BaseAddress!, links[1]), action), content: null);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(5m, (decimal)(await ReportAsync())["satisfaction"]!["mean"]!);
    }

    [Theory]
    [InlineData("GET", "forged", 404)]
    [InlineData("POST", "forged", 404)]
    [InlineData("POST", null, 410)] // of a ticket that is not known
    [InlineData("GET", null, 410)]
    public async Task Link_ThatIsGoodForNothing_IsAPageWithoutButtons(string method, string? token, int status)
    {
        var now = Instant.FromUtc(2026, 3, 2, 8, 0);
        var link = _monitor.Get<AcknowledgeLinks>().ForSurvey("T-404", "casey@example.org", now + Duration.FromDays(7), now)[4];
        using var request = new HttpRequestMessage(new HttpMethod(method), token is null ? link.AbsolutePath : $"/api/rate/{token}");

        using var answer = await _monitor.Http.SendAsync(request);

        Assert.Equal(status, (int)answer.StatusCode);
        AssertProtected(answer);
        Assert.DoesNotContain("<form", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    private static void AssertProtected(HttpResponseMessage answer)
    {
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.StartsWith("default-src 'none';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private async Task<string> MailAsync()
    {
        var path = Assert.Single(Directory.GetFiles(_mails, "*.eml", SearchOption.AllDirectories), file => File.ReadAllText(file).Contains(
            "casey@example.org", StringComparison.Ordinal));
        return (await MimeKit.MimeMessage.LoadAsync(path)).TextBody!;
    }

    private async Task<System.Text.Json.Nodes.JsonNode> ReportAsync()
    {
        using var answer = await _monitor.Http.GetAsync("/api/reports/standard-support/2026-03");
        return await answer.JsonAsync();
    }

    private async Task PostAsync(string type, string time, string data = "{}")
    {
        using var answer = await _monitor.PostAsync(
            "application/cloudevents+json",
            $$"""
            {"specversion":"1.0","type":"ticket.{{type}}","source":"/desk","id":"{{type}}","subject":"HD-1","time":"{{time}}",
             "data":{{data}}}
            """);
        answer.EnsureSuccessStatusCode();
    }

    [GeneratedRegex(@"https?://[^/\s]+(?<path>/api/rate/\S+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Links();

    [GeneratedRegex("action=\"(?<action>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Action();
}
