using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SlaMonitor.Functions.Tests.Harness;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Tests.Doors;

/// <summary>The page about the monitor itself: how it is, who sends, what was given up and is sent again.</summary>
public sealed partial class MonitorDoorTests
{
    private static readonly Dictionary<string, string?> Settings = new(BoardDesk.WithKeys)
    {
        ["ReaderKey"] = "the-reader-key",
        ["Health__LookEvery"] = "00:00:01",
        ["Webhooks__Connections__acme__Kind"] = "jira",
        ["Webhooks__Connections__acme__Secret"] = "long-enough-secret",
    };

    [Fact]
    public async Task Page_SaysHowTheMonitorIs_WhoSends_AndWhichVersionsAreInForce()
    {
        await using var monitor = await BoardDesk.OpenAsync(Settings);
        using var admin = Reader(monitor, "the-admin-key");

        var html = await admin.PageAsync("/monitor?lang=en");

        Assert.Contains("Last evaluation", html, StringComparison.Ordinal);
        Assert.Contains("<bdi class=\"title\">acme</bdi>", html, StringComparison.Ordinal);
        Assert.Contains("Nothing was given up.", html, StringComparison.Ordinal);
        Assert.Contains("In force", html, StringComparison.Ordinal);
        Assert.Contains("Known until", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeadLetter_IsSentAgain_ByAnAdministratorAlone()
    {
        var mailer = new MoodyMailer();
        await using var monitor = await TestMonitor.StartAsync(
            services => services.AddSingleton<IMailer>(mailer), Settings, "2026-03-02T09:00:00+08:00");
        await BoardDesk.CustomerOpensAsync(monitor, "HD-1", "urgent", BoardDesk.Hostile, assignee: "anna@example.com");
        mailer.Refuses = true;
        await AdvanceAsync(monitor, "2026-03-02T09:31:00+08:00");

        using var admin = Reader(monitor, "the-admin-key");
        using var agent = Reader(monitor, "the-function-key");
        var html = await admin.PageAsync("/monitor?lang=en");
        Assert.Contains("550 no such user", html, StringComparison.Ordinal);
        Assert.DoesNotContain("550 no such user", Letters(await agent.PageAsync("/monitor?lang=en")), StringComparison.Ordinal);
        var number = Number().Match(html).Groups["number"].Value;

        using var refused = await agent.SendAsync("/monitor/dead-letters", new() { ["number"] = number });
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        mailer.Refuses = false;
        var before = mailer.Mails.Count;
        using var sent = await admin.SendAsync("/monitor/dead-letters", new() { ["number"] = number });
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        await AdvanceAsync(monitor, "2026-03-02T09:31:01+08:00");
        Assert.True(mailer.Mails.Count > before);

        using var again = await admin.SendAsync("/monitor/dead-letters", new() { ["number"] = number });
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        using var nonsense = await admin.SendAsync("/monitor/dead-letters", new() { ["number"] = "seven" });
        Assert.Equal(HttpStatusCode.BadRequest, nonsense.StatusCode);
    }

    [Fact]
    public async Task Reader_IsNotShownTheMonitor_NorTheWayThere()
    {
        await using var monitor = await BoardDesk.OpenAsync(Settings);
        using var reader = Reader(monitor, "the-reader-key");

        using var answer = await reader.Http.GetAsync($"{BoardDesk.Address}/monitor");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain("dashboard/monitor", await reader.PageAsync(), StringComparison.Ordinal);
    }

    private static BoardReader Reader(TestMonitor monitor, string key)
    {
        var reader = new BoardReader(monitor);
        reader.Http.DefaultRequestHeaders.Add("x-functions-key", key);
        return reader;
    }

    private static string Letters(string html) => html[html.IndexOf("id=\"dead-letters\"", StringComparison.Ordinal)..];

    private static async Task AdvanceAsync(TestMonitor monitor, string to)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/admin/clock?to={Uri.EscapeDataString(to)}&drain=true")
        {
            Content = new StringContent(string.Empty, Encoding.UTF8),
        };
        request.Headers.Add("x-functions-key", "the-admin-key");
        (await monitor.Http.SendAsync(request)).EnsureSuccessStatusCode();
    }

    [GeneratedRegex("name=\"number\" value=\"(?<number>\\d+)\"")]
    private static partial Regex Number();
}
