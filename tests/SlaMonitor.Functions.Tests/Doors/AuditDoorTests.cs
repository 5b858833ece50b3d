using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Moq;
using SlaMonitor.Functions.Tests.Harness;
using SlaMonitor.Monitoring.Auditing;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Tests.Doors;

/// <summary>Who did what, as it can be read and exported.</summary>
public sealed class AuditDoorTests
{
    private const string Address = "/api/audit";

    private static readonly Dictionary<string, string?> Keys = new()
    {
        ["FunctionKey"] = "the-function-key",
        ["AdminKey"] = "the-admin-key",
        ["Access__People__otto__Key"] = "of-otto",
        ["Access__People__otto__Role"] = "admin",
    };

    [Fact]
    public async Task Get_AfterDeeds_HasEachOfThem_TheLastOneFirst_AndByWhom()
    {
        await using var monitor = await BoardDesk.OpenAsync(Keys);
        await monitor.AdvanceToAsync("2026-03-02T09:01:00+08:00", "of-otto"); // the first evaluation sees the agreements
        await BoardDesk.CustomerOpensAsync(monitor, "HD-1", "normal", "Printer", assignee: "anna@example.com");
        await TakeAsync(monitor, "HD-1");
        await monitor.AdvanceToAsync("2026-03-02T09:02:00+08:00", "of-otto");
        await ForgetAsync(monitor, "carl@example.com");

        var entries = await EntriesAsync(monitor);

        Assert.Equal(
            [
                ("personForgotten", "otto"), ("promiseTaken", "anna@example.com"), ("agreementChanged", "the folder of agreements"),
            ],
            entries.Select(entry => ((string)entry!["deed"]!, (string)entry["by"]!)));
        Assert.Equal("HD-1", (string?)entries[1]!["subject"]);
        Assert.Matches("^new, [0-9a-f]+$", (string?)entries[2]!["detail"]);
        Assert.DoesNotContain("carl", entries.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AsCsv_IsAFileOfAll_WhichASpreadsheetRunsNothingOf()
    {
        await using var monitor = await BoardDesk.OpenAsync(Keys);
        var log = monitor.Get<IAuditLog>();
        var nine = Instant.FromUtc(2026, 3, 2, 1, 0);
        for (var n = 0; n < 1_201; n++)
        {
            await log.AddAsync(
                AuditEntries.New(nine + Duration.FromSeconds(n), "anna", AuditDeed.PromiseTaken, $"HD-{n}", "=1+1"), default);
        }

        using var answer = await AskAsync(monitor, "of-otto", "text/csv");
        var lines = (await answer.Content.ReadAsStringAsync()).TrimEnd('\n').Split('\n');

        Assert.Equal("audit.csv", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(1_202, lines.Length);
        Assert.EndsWith("at,by,deed,subject,detail", lines[0], StringComparison.Ordinal);
        Assert.Equal("2026-03-02T01:20:00Z,anna,promiseTaken,HD-1200,'=1+1", lines[1]);
    }

    [Fact]
    public async Task Get_PageByPage_HasEachOnce_AndAPlaceThatIsNoneIsRefused()
    {
        await using var monitor = await BoardDesk.OpenAsync();
        var log = monitor.Get<IAuditLog>();
        for (var n = 0; n < 230; n++)
        {
            await log.AddAsync(
                AuditEntries.New(Instant.FromUnixTimeSeconds(n), "anna", AuditDeed.PromiseTaken, $"HD-{n}", detail: null), default);
        }

        var subjects = new List<string>();
        for (string? after = null, next = ""; next is not null; after = next)
        {
            using var answer = await monitor.Http.GetAsync(after is null ? Address : $"{Address}?after={after}");
            var page = await answer.JsonAsync();
            subjects.AddRange(page["entries"]!.AsArray().Select(entry => (string)entry!["subject"]!));
            next = (string?)page["next"];
        }

        Assert.Equal(Enumerable.Range(0, 230).Reverse().Select(n => $"HD-{n}"), subjects);
        using var wrong = await monitor.Http.GetAsync($"{Address}?after=!!");
        await wrong.ProblemAsync(400);
    }

    [Fact]
    public async Task APersonWhoIsForgotten_IsAPseudonymInIt()
    {
        await using var monitor = await BoardDesk.OpenAsync(Keys);
        await BoardDesk.CustomerOpensAsync(monitor, "HD-1", "normal", "Printer", assignee: "anna@example.com");
        await TakeAsync(monitor, "HD-1");

        await ForgetAsync(monitor, "anna@example.com");

        var entries = await EntriesAsync(monitor);
        Assert.Contains(entries, entry => (string?)entry!["deed"] == "promiseTaken");
        Assert.DoesNotContain("anna", entries.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADeedThatCannotBeWrittenDown_IsDoneAllTheSame_AndCountedInTheHealth()
    {
        var away = new Mock<IAuditLog>();
        away.Setup(log => log.AddAsync(It.IsAny<AuditEntry>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new StoreUnavailableException("The store is away."));
        await using var monitor = await TestMonitor.StartAsync(services => services.Replace(ServiceDescriptor.Singleton(away.Object)));
        await BoardDesk.CustomerOpensAsync(monitor, "HD-1", "normal", "Printer", assignee: "anna@example.com");

        await TakeAsync(monitor, "HD-1");

        using var health = await monitor.Http.GetAsync("/api/health");
        Assert.Equal(1, (int?)(await health.JsonAsync())["counts"]!["audit.lost"]);
    }

    [Theory]
    [InlineData("the-function-key")]
    [InlineData(null)]
    public async Task Get_WithoutTheAdminKey_IsRefused(string? key)
    {
        await using var monitor = await BoardDesk.OpenAsync(Keys);

        using var answer = await AskAsync(monitor, key, "application/json");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static async Task TakeAsync(TestMonitor monitor, string ticket)
    {
        var grant = new PromiseGrant(ticket, new("response/1/14400s"), "anna@example.com", "n-1");
        var token = monitor.Get<AcknowledgeTokens>().Issue(grant, monitor.Get<IClock>().GetCurrentInstant());
        using var answer = await monitor.Http.PostAsync($"/api/acknowledge/{token}", content: null);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task ForgetAsync(TestMonitor monitor, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/forgotten")
        {
            Content = JsonContent.Create(new { names = new[] { name } }),
        };
        request.Headers.Add("x-functions-key", "of-otto");
        (await monitor.Http.SendAsync(request)).EnsureSuccessStatusCode();
    }

    private static async Task<JsonArray> EntriesAsync(TestMonitor monitor)
    {
        using var answer = await AskAsync(monitor, "the-admin-key", "application/json");
        return (await answer.JsonAsync())["entries"]!.AsArray();
    }

    private static Task<HttpResponseMessage> AskAsync(TestMonitor monitor, string? key, string mediaType)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Address);
        request.Headers.Accept.ParseAdd(mediaType);
        if (key is not null) request.Headers.Add("x-functions-key", key);
        return monitor.Http.SendAsync(request);
    }
}
