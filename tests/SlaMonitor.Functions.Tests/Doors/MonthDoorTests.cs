using System.Net;
using System.Text.RegularExpressions;
using SlaMonitor.Functions.Tests.Harness;

namespace SlaMonitor.Functions.Tests.Doors;

/// <summary>How the running month stands, and the reports that it leads to, for those who have signed in to the board.</summary>
public sealed partial class MonthDoorTests
{
    [Fact]
    public async Task Month_HasTheFiguresOfItsReport_AndEveryLinkLeadsSomewhere()
    {
        await using var monitor = await BoardDesk.OpenAsync(BoardDesk.WithKeys);
        using var reader = Reader(monitor);
        await BoardDesk.CustomerOpensAsync(monitor, "HD-1", "urgent", BoardDesk.Hostile);
        await BoardDesk.PostAsync(monitor, "HD-1", "resolved", """{"by":"agent"}""");

        var html = await reader.PageAsync("/month?lang=en");

        Assert.Contains("March 2026", html, StringComparison.Ordinal);
        Assert.Contains("100%", html, StringComparison.Ordinal);
        Assert.Contains("aria-current=\"page\">The month", html, StringComparison.Ordinal);
        var links = Link().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups["to"].Value)).Distinct().ToList();
        Assert.Contains(links, link => link.EndsWith("2026-03.xlsx", StringComparison.Ordinal));
        foreach (var link in links)
        {
            using var answer = await reader.Http.GetAsync(new Uri(new Uri(reader.Http.BaseAddress!, "/api/dashboard/month"), link));
            Assert.True(answer.IsSuccessStatusCode, $"{link}: {answer.StatusCode}");
        }

        var list = links.First(link => link.Contains("/2026-03/met", StringComparison.Ordinal));
        using var figure = await reader.Http.GetAsync(new Uri(new Uri(reader.Http.BaseAddress!, "/api/dashboard/month"), list));
        var figures = await figure.Content.ReadAsStringAsync();
        Assert.Contains("href=\"../../../tickets/HD-1", figures, StringComparison.Ordinal);
        Assert.DoesNotContain(BoardDesk.Hostile, figures, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/month")]
    [InlineData("/reports/standard-support/2026-03")]
    [InlineData("/reports/standard-support/2026-03/met")]
    public async Task Page_WithoutAKey_AsksForIt(string page)
    {
        await using var monitor = await BoardDesk.OpenAsync(BoardDesk.WithKeys);

        using var answer = await monitor.Http.GetAsync(BoardDesk.Address + page);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("type=\"password\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static BoardReader Reader(TestMonitor monitor)
    {
        var reader = new BoardReader(monitor);
        reader.Http.DefaultRequestHeaders.Add("x-functions-key", "the-function-key");
        return reader;
    }

    [GeneratedRegex("<a href=\"(?<to>[^\"]*)\"")]
    private static partial Regex Link();
}
