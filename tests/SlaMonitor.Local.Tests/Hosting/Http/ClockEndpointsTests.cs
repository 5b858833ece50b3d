using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Local.Queues;

namespace SlaMonitor.Local.Tests.Hosting.Http;

public sealed class ClockEndpointsTests
{
    private static readonly string[] Standing = ["--start", "2026-03-02T08:00:00Z", "--speed", "0"];

    [Fact]
    public async Task Get_StandingClock_TellsNowAndSpeed()
    {
        await using var host = await TestHost.StartAsync([], Standing);

        var clock = await host.Http.GetFromJsonAsync<JsonElement>("/admin/clock");

        Assert.Equal("2026-03-02T08:00:00Z", clock.GetProperty("now").GetString());
        Assert.Equal(0, clock.GetProperty("speed").GetDouble());
        Assert.False(clock.GetProperty("real").GetBoolean());
    }

    /// <summary>A plus sign in an address is a blank, unless it is written as %2B, which nobody types.</summary>
    [Theory]
    [InlineData("2026-03-02T18:30:00%2B08:00")]
    [InlineData("2026-03-02T18:30:00+08:00")]
    public async Task Post_LaterInstant_MovesTheClock(string to)
    {
        await using var host = await TestHost.StartAsync([], Standing);

        var moved = await host.MoveClockAsync(to);

        Assert.Equal("2026-03-02T10:30:00Z", moved.GetProperty("now").GetString());
    }

    [Fact]
    public async Task Post_EarlierInstant_Is409()
    {
        await using var host = await TestHost.StartAsync([], Standing);

        using var answer = await host.Http.PostAsync("/admin/clock?to=2026-03-02T07:59:59Z", content: null);

        await HttpFunctionTests.AssertProblemAsync(
            answer,
            HttpStatusCode.Conflict,
            "The clock shows 2026-03-02T08:00:00Z already; it is never moved back.");
    }

    [Theory]
    [InlineData("", "'to' must be an instant from 2000 to 2099, as ?to=2026-03-02T08:00:00Z.")]
    [InlineData("?to=tomorrow", "'to' must be an instant from 2000 to 2099, as ?to=2026-03-02T08:00:00Z.")]
    [InlineData("?to=9998-01-01T00:00:00Z", "'to' must be an instant from 2000 to 2099, as ?to=2026-03-02T08:00:00Z.")]
    [InlineData("?to=2026-03-03T00:00:00Z&drain=perhaps", "'drain' must be true or false.")]
    public async Task Post_WrongQuery_Is400(string query, string expected)
    {
        await using var host = await TestHost.StartAsync([], Standing);

        await HttpFunctionTests.AssertProblemAsync(
            await host.Http.PostAsync($"/admin/clock{query}", content: null), HttpStatusCode.BadRequest, expected);
    }

    [Fact]
    public async Task Post_RealClock_Is404()
    {
        await using var host = await TestHost.StartAsync([]);

        using var answer = await host.Http.PostAsync("/admin/clock?to=2100-01-01T00:00:00Z", content: null);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Post_KeyIsSet_WantsTheAdminKey()
    {
        await using var host = await TestHost.StartAsync([], [.. Standing, "--set", "FunctionKey=f", "--set", "AdminKey=a"]);

        using var refused = await host.Http.PostAsync("/admin/clock?to=2026-03-03T00:00:00Z&code=f", content: null);
        using var allowed = await host.Http.PostAsync("/admin/clock?to=2026-03-03T00:00:00Z&code=a", content: null);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
    }

    [Fact]
    public async Task Post_Drain_WaitsUntilWhatTheTimersSentIsHandled()
    {
        await using var host = await TestHost.StartAsync([typeof(Chain)], Standing);

        await host.MoveClockAsync("2026-03-02T08:01:00Z");

        Assert.Equal(["first", "second"], host.Recorder.Said);
    }

    /// <summary>A timer sends, and the handler of what it sent sends again.</summary>
    internal sealed class Chain(Recorder recorder, LocalQueues queues)
    {
        [Function("Tick")]
        public Task Tick([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
            queues.SendAsync("first", [new QueueMessage("m1", "first")], cancellationToken);

        [Function("First")]
        public async Task First([ServiceBusTrigger("first", Connection = "C")] string body, CancellationToken cancellationToken)
        {
            await queues.SendAsync("second", [new QueueMessage("m2", "second")], cancellationToken);
            recorder.Say(body);
        }

        [Function("Second")]
        public void Second([ServiceBusTrigger("second", Connection = "C")] string body) => recorder.Say(body);
    }
}
