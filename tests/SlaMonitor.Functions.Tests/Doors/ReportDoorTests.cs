using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Moq;
using SlaMonitor.Functions.Tests.Harness;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Tests.Doors;

/// <summary>Reports over HTTP: by whom the clocks were kept, in every form, and what is said where there is none.</summary>
public sealed class ReportDoorTests : IAsyncLifetime
{
    private const string March = "/api/reports/standard-support/2026-03";
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private TestMonitor _monitor = null!;

    public async Task InitializeAsync()
    {
        _monitor = await TestMonitor.StartAsync(start: "2026-03-02T09:30:00+08:00");
        await PostAsync("HD-1", "created", "2026-03-02T09:00:00+08:00");
        await PostAsync("HD-1", "replied", "2026-03-02T09:10:00+08:00", """{"by":"agent","public":true}""");
        await PostAsync("HD-1", "resolved", "2026-03-02T09:20:00+08:00");
        await PostAsync("HD-2", "created", "2026-03-02T09:00:00+08:00", """{"title":"=1+1 <script>"}""");
        await _monitor.AdvanceToAsync("2026-03-31T18:00:00+08:00");
    }

    public async Task DisposeAsync() => await _monitor.DisposeAsync();

    [Fact]
    public async Task Report_OfAMonth_SaysWhatWasKeptAndWhatWasBroken()
    {
        using var answer = await _monitor.Http.GetAsync(March);

        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        var report = await answer.JsonAsync();
        Assert.Equal(("standard-support", "2026-03"), ((string?)report["agreement"], (string?)report["period"]));
        // HD-1 kept both of its promises, HD-2 broke both long ago: its clocks go on, and they were decided at their due times.
        Assert.Equal((2, 2, 0.5m), ((int)report["all"]!["met"]!, (int)report["all"]!["breached"]!, (decimal)report["all"]!["attainment"]!));
        Assert.All(
            report["targets"]!.AsArray().Where(target => (int)target!["met"]! > 0),
            target => Assert.Equal((1, 1), ((int)target!["met"]!, (int)target["breached"]!)));
        Assert.Equal(1, (int)report["tickets"]!["resolved"]!);
    }

    [Theory]
    [InlineData("2026-Q1")]
    [InlineData("2026")]
    [InlineData("2026-03-02..2026-03-31")]
    public async Task Report_OfALongerPeriod_CountsTheSame(string period)
    {
        using var answer = await _monitor.Http.GetAsync($"/api/reports/standard-support/{period}");

        Assert.Equal(2, (int)(await answer.JsonAsync())["all"]!["breached"]!);
    }

    [Fact]
    public async Task Report_OfTheMonthBefore_IsEmpty()
    {
        using var answer = await _monitor.Http.GetAsync("/api/reports/standard-support/2026-02");

        var all = (await answer.JsonAsync())["all"]!;
        Assert.Equal((0, 0, null), ((int)all["met"]!, (int)all["breached"]!, (decimal?)all["attainment"]));
    }

    [Theory]
    [InlineData(".json", "*/*", "application/json")]
    [InlineData(".csv", "text/html", "text/csv")]
    [InlineData(".XLSX", "*/*", Workbook)]
    [InlineData("", "*/*", "application/json")]
    [InlineData("", "text/csv", "text/csv")]
    [InlineData("", "text/html,application/xhtml+xml,*/*;q=0.8", "text/html")]
    [InlineData("", "image/png, text/*;q=0.5", "text/html")]
    [InlineData("", Workbook, Workbook)]
    public async Task Report_ExtensionOrAccept_DecidesTheFormat(string extension, string accept, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{March}{extension}");
        request.Headers.Accept.ParseAdd(accept);

        using var answer = await _monitor.Http.SendAsync(request);

        Assert.Equal((200, expected), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Report_AsCsv_HasEveryPromiseAndNoFormulaOfAStranger()
    {
        using var answer = await _monitor.Http.GetAsync($"{March}.csv");

        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(5, lines.Length);
        Assert.DoesNotContain(lines, line => line.Contains(",=1+1", StringComparison.Ordinal));
        Assert.Equal("standard-support-2026-03.csv", answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
    }

    [Theory]
    [InlineData("en", "lang=\"en\"")]
    [InlineData("zh-CN", "lang=\"zh-CN\"")]
    public async Task Report_AsAPage_IsInTheLanguageThatIsAskedForAndRunsNothing(string language, string said)
    {
        using var answer = await _monitor.Http.GetAsync($"{March}.html?lang={language}");

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains(said, page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("../../tickets/HD-2", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/reports/nobody/2026-03", 404, "There is no such agreement.")]
    [InlineData("/api/reports/standard-support/2026-04", 404, "This period has not begun.")]
    [InlineData("/api/reports/standard-support/2026-13", 400, "This is not a period.")]
    [InlineData("/api/reports/standard-support/march", 400, "This is not a period.")]
    [InlineData("/api/reports/standard-support/2026-03-31..2026-03-02", 400, "This is not a period.")]
    [InlineData(March + ".pdf", 400, "There is no such format.")]
    [InlineData(March + "?month=3", 400, "There is no such parameter.")]
    public async Task Report_ThatThereIsNot_IsSaidAsProblemDetails(string address, int status, string title)
    {
        using var answer = await _monitor.Http.GetAsync(address);

        Assert.Equal(title, (string?)(await answer.ProblemAsync(status))["title"]);
    }

    /// <summary>A reader comes from any figure of the page to the tickets that it counts, and from there to their explanation.</summary>
    [Fact]
    public async Task Report_EachFigureOfThePage_LeadsToAPageWithAsManyTickets()
    {
        var report = new Uri(_monitor.Http.BaseAddress!, $"{March}.html");
        var page = await _monitor.Http.GetStringAsync(report);
        var figures = Regex.Matches(page, "href=\"(?<to>2026-03/[^\"]+)\"")
            .Select(link => WebUtility.HtmlDecode(link.Groups["to"].Value))
            .Distinct()
            .ToList();
        Assert.Contains("2026-03/breached", figures);
        Assert.Contains("2026-03/met?target=response", figures);

        foreach (var to in figures)
        {
            var address = new Uri(report, to);
            var behind = await _monitor.Http.GetStringAsync(address);
            var tickets = Regex.Matches(behind, "href=\"(?<to>[^\"]+/tickets/[^\"]+)\"").Select(link => link.Groups["to"].Value).ToList();
            Assert.NotEmpty(tickets);
            using var ticket = await _monitor.Http.GetAsync(new Uri(address, tickets[0]));
            Assert.NotEmpty((await ticket.JsonAsync())["clocks"]!.AsArray());
        }
    }

    [Theory]
    [InlineData("decided", 4)]
    [InlineData("breached", 2)]
    [InlineData("met?target=response", 1)]
    [InlineData("met?metric=resolution", 1)]
    [InlineData("breached?by=customer", 2)] // those of which the helpdesk did not say
    [InlineData("breached?by=customer&value=ACME", 0)]
    [InlineData("resolved", 1)]
    [InlineData("givenUp", 0)]
    public async Task Figure_IsAPageWithWhatItCounts(string figure, int rows)
    {
        var page = await _monitor.Http.GetStringAsync($"{March}/{figure}");

        Assert.Equal(rows, Regex.Count(page, "href=\"[^\"]+/tickets/HD-"));
    }

    [Theory]
    [InlineData("lost", 404)]
    [InlineData("met?by=moon", 404)]
    [InlineData("met?team=a", 400)]
    public async Task Figure_ThatThereIsNot_IsSaidAsProblemDetails(string figure, int status)
    {
        using var answer = await _monitor.Http.GetAsync($"{March}/{figure}");

        await answer.ProblemAsync(status);
    }

    [Fact]
    public async Task Promises_Open_AreListedTheFirstDueFirstPageByPage()
    {
        for (var n = 0; n < 60; n++) await PostAsync($"L-{n:00}", "created", $"2026-03-31T09:{n:00}:00+08:00");

        var seen = new List<string>();
        var dues = new List<string>();
        for (var address = "/api/promises"; ;)
        {
            using var answer = await _monitor.Http.GetAsync(address);
            var page = await answer.JsonAsync();
            Assert.InRange(page["promises"]!.AsArray().Count, 1, 100);
            foreach (var promise in page["promises"]!.AsArray())
            {
                seen.Add($"{promise!["ticket"]} {promise["target"]}");
                dues.Add((string)promise["dueAt"]!);
            }

            if ((string?)page["next"] is not { } next) break;
            address = $"/api/promises?after={next}";
        }

        Assert.Equal(122, seen.Distinct().Count());
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(dues.Order(StringComparer.Ordinal), dues);
        Assert.Equal("HD-2 response", seen[0]);
    }

    [Theory]
    [InlineData("?after=nowhere", "This is no place in the list.")]
    [InlineData("?after=!", "This is no place in the list.")]
    [InlineData("?status=breached", "There is no such parameter.")]
    [InlineData("?state=late", "There is no such state.")]
    public async Task Promises_AskedForWrongly_IsSaidAsProblemDetails(string query, string title)
    {
        using var answer = await _monitor.Http.GetAsync($"/api/promises{query}");

        Assert.Equal(title, (string?)(await answer.ProblemAsync(400))["title"]);
    }

    [Fact]
    public async Task Report_CallerAcceptsNoFormat_Is406()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, March);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("image/png"));

        using var answer = await _monitor.Http.SendAsync(request);

        await answer.ProblemAsync(406);
    }

    [Fact]
    public async Task Report_StoreIsAway_Is503()
    {
        var away = new Mock<IPromiseShelves>(MockBehavior.Strict);
        away.Setup(shelves => shelves.ReadUncertainAsync(It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new StoreUnavailableException("The store is away.", new TimeoutException()));
        away.Setup(shelves => shelves.ReadUnfiledAsync(
                It.IsAny<string>(), It.IsAny<string?>(), It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new StoreUnavailableException("The store is away.", new TimeoutException()));
        await using var monitor = await TestMonitor.StartAsync(services => services.Replace(ServiceDescriptor.Singleton(away.Object)));

        using var answer = await monitor.Http.GetAsync("/api/reports/standard-support/2026-02");

        await answer.ProblemAsync(503);
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    private async Task PostAsync(string ticket, string type, string time, string data = "{}")
    {
        using var answer = await _monitor.PostAsync(
            "application/cloudevents+json",
            $$"""
            {"specversion":"1.0","type":"ticket.{{type}}","source":"/helpdesk","id":"{{ticket}}-{{type}}","subject":"{{ticket}}",
             "time":"{{time}}","data":{{data}}}
            """);
        Assert.Equal(200, (int)answer.StatusCode);
    }
}
