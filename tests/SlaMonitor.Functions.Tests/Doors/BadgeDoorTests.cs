using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.Options;
using SlaMonitor.Functions.Tests.Harness;

namespace SlaMonitor.Functions.Tests.Doors;

/// <summary>How a ticket stands, as a small page and a picture for a helpdesk, without a session.</summary>
public sealed partial class BadgeDoorTests
{
    [Fact]
    public async Task Badge_SaysWhatIsLeft_WithoutASession_AndNeitherTitleNorCustomer()
    {
        await using var monitor = await BoardDesk.OpenAsync(
            new Dictionary<string, string?>(BoardDesk.WithKeys)
            {
                ["Board__BadgeHosts"] = "https://acme.zendesk.com,https://*.example.org",
            });
        var address = await AddressAsync(monitor);

        using var page = await monitor.Http.GetAsync($"{address}?lang=en");
        var html = await page.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Matches("Running</span> Left <span role=\"timer\" data-left=\"3600\" data-counts=\"1\" [^>]*>1:00:00</span>", html);
        Assert.DoesNotContain("Secret", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Acme", html, StringComparison.Ordinal);
        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors https://acme.zendesk.com https://*.example.org", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);

        using var picture = await monitor.Http.GetAsync($"{address}.svg?lang=zh-CN");
        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType!.MediaType);
        var svg = XDocument.Parse(await picture.Content.ReadAsStringAsync());
        Assert.Contains("计时中", svg.Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Badge_ThatTheReaderHas_Is304_UntilSomethingButTheTimeChanges()
    {
        await using var monitor = await BoardDesk.OpenAsync(BoardDesk.WithKeys);
        var address = await AddressAsync(monitor);
        using var first = await monitor.Http.GetAsync(address);

        await monitor.AdvanceToAsync("2026-03-02T09:10:00+08:00", "the-admin-key");
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync());
        await monitor.AdvanceToAsync("2026-03-02T09:50:00+08:00", "the-admin-key");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync()); // at risk

        async Task<HttpStatusCode> StatusAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
            using var answer = await monitor.Http.SendAsync(request);
            Assert.True(answer.Headers.Contains("SlaMonitor-Now"));
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Badge_WithoutTheSetting_MayBeShownInNobodysPage()
    {
        await using var monitor = await BoardDesk.OpenAsync(BoardDesk.WithKeys);

        using var page = await monitor.Http.GetAsync(await AddressAsync(monitor));

        Assert.Contains(
            "frame-ancestors 'none'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Badge_OfAnAddressThatWeDidNotSign_IsNotThere()
    {
        await using var monitor = await BoardDesk.OpenAsync(BoardDesk.WithKeys);
        var address = await AddressAsync(monitor);

        var asCalendar = address.Replace("badges", "calendars", StringComparison.Ordinal);
        foreach (var forged in new[] { address + "A", address[..^8], "/api/badges/HD-1", asCalendar })
        {
            using var answer = await monitor.Http.GetAsync(forged);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("http://acme.zendesk.com")]
    [InlineData("https://acme.zendesk.com; script-src *")]
    [InlineData("*")]
    [InlineData("https://*")]
    public async Task BadgeHosts_ThatAreNoSites_KeepTheMonitorFromStarting(string hosts)
    {
        var settings = new Dictionary<string, string?>(BoardDesk.WithKeys) { ["Board__BadgeHosts"] = hosts };

        await Assert.ThrowsAsync<OptionsValidationException>(() => BoardDesk.OpenAsync(settings));
    }

    private static async Task<string> AddressAsync(TestMonitor monitor)
    {
        await BoardDesk.CustomerOpensAsync(monitor, "HD-1", "urgent", "Secret title", customer: "Acme");
        using var reader = new BoardReader(monitor);
        reader.Http.DefaultRequestHeaders.Add("x-functions-key", "the-function-key");
        return new Uri(Badge().Match(await reader.PageAsync("/tickets/HD-1")).Value).AbsolutePath;
    }

    [GeneratedRegex(@"http://[^\s<]*/api/badges/[\w-]+\.[\w-]+\.[\w-]+")]
    private static partial Regex Badge();
}
