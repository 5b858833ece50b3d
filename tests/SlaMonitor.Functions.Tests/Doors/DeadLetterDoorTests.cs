using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SlaMonitor.Functions.Tests.Harness;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Tests.Doors;

/// <summary>Mails that were given up, by HTTP: listed, read, sent again, dropped.</summary>
public sealed class DeadLetterDoorTests : IAsyncLifetime
{
    private readonly MoodyMailer _mailer = new();
    private TestMonitor _monitor = null!;

    public async Task InitializeAsync()
    {
        _monitor = await TestMonitor.StartAsync(
            services => services.AddSingleton<IMailer>(_mailer),
            new Dictionary<string, string?> { ["FunctionKey"] = "a-function-key", ["AdminKey"] = "an-admin-key" });
        _monitor.Http.DefaultRequestHeaders.Add("x-functions-key", "an-admin-key");
        using var created = await _monitor.PostAsync(
            "application/cloudevents+json",
            """{"specversion":"1.0","type":"ticket.created","source":"/helpdesk","id":"1","subject":"HD-1","data":"""
            + """{"title":"<b>Printer</b>","priority":"urgent","assignee":"anna@example.com"}}""");
        Assert.True(created.IsSuccessStatusCode);
        _mailer.Refuses = true;
        await _monitor.AdvanceToAsync("2026-03-02T09:31:00+01:00");
    }

    public async Task DisposeAsync() => await _monitor.DisposeAsync();

    [Fact]
    public async Task List_ThenOne_ThenSentAgain_TellsWhoWasNotTold()
    {
        var letters = (await GetAsync("/api/dead-letters"))["deadLetters"]!.AsArray();
        var first = letters[0]!;
        Assert.Equal("550 no such user", (string?)first["description"]);
        Assert.Null(first["body"]);
        var number = (long)first["number"]!;
        var whole = await GetAsync($"/api/dead-letters/{number}");
        Assert.Equal((string?)first["recipient"], (string?)whole["body"]!["recipient"]);

        _mailer.Refuses = false;
        var before = _mailer.Mails.Count;
        using var resent = await _monitor.Http.PostAsync($"/api/dead-letters/{number}", content: null);
        Assert.Equal(1, (int)(await resent.JsonAsync())["resent"]!);
        await _monitor.AdvanceToAsync("2026-03-02T09:31:01+01:00");

        Assert.Equal((string?)first["recipient"], _mailer.Mails[before].To);
        Assert.Equal(letters.Count - 1, (await GetAsync("/api/dead-letters"))["deadLetters"]!.AsArray().Count);
        using var gone = await _monitor.Http.GetAsync($"/api/dead-letters/{number}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task SentAgain_All_LeavesNone()
    {
        var count = (await GetAsync("/api/dead-letters"))["deadLetters"]!.AsArray().Count;
        _mailer.Refuses = false;

        using var resent = await _monitor.Http.PostAsync("/api/dead-letters", content: null);
        Assert.Equal(count, (int)(await resent.JsonAsync())["resent"]!);
        await _monitor.AdvanceToAsync("2026-03-02T09:31:01+01:00");

        Assert.Empty((await GetAsync("/api/dead-letters"))["deadLetters"]!.AsArray());
    }

    [Fact]
    public async Task Dropped_IsGone_AndNobodyIsTold()
    {
        var number = (long)(await GetAsync("/api/dead-letters"))["deadLetters"]![0]!["number"]!;
        var before = _mailer.Mails.Count;

        using var dropped = await _monitor.Http.DeleteAsync($"/api/dead-letters/{number}");
        using var again = await _monitor.Http.DeleteAsync($"/api/dead-letters/{number}");
        await _monitor.AdvanceToAsync("2026-03-02T09:31:01+01:00");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (dropped.StatusCode, again.StatusCode));
        Assert.Equal(before, _mailer.Mails.Count);
    }

    [Theory]
    [InlineData("GET", "/api/dead-letters?from=abc", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/api/dead-letters/x", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/api/dead-letters/99999999999999999999999", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/dead-letters/-1", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/dead-letters/4711", HttpStatusCode.NotFound)]
    public async Task WrongNumber_SaysWhatWouldBeRight(string method, string path, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await _monitor.Http.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
        Assert.NotNull((string?)(await answer.JsonAsync())["detail"]);
    }

    [Theory]
    [InlineData("GET", "/api/dead-letters")]
    [InlineData("GET", "/api/dead-letters/1")]
    [InlineData("POST", "/api/dead-letters")]
    [InlineData("POST", "/api/dead-letters/1")]
    [InlineData("DELETE", "/api/dead-letters/1")]
    public async Task WithoutTheAdminKey_IsRefused(string method, string path)
    {
        foreach (var key in new[] { null, "a-function-key" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            using var stranger = new HttpClient { BaseAddress = _monitor.Http.BaseAddress };
            if (key is not null) request.Headers.Add("x-functions-key", key);
            using var answer = await stranger.SendAsync(request);

            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    private async Task<System.Text.Json.Nodes.JsonNode> GetAsync(string path)
    {
        using var answer = await _monitor.Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.JsonAsync();
    }
}
