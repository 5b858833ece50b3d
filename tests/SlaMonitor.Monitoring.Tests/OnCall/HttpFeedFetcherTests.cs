using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Monitoring.Agreements;
using SlaMonitor.Monitoring.OnCall;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Tests.OnCall;

/// <summary>The client as it is wired, against a real server.</summary>
public sealed class HttpFeedFetcherTests : IAsyncLifetime, IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly FakeLoggerProvider _logs = new();
    private readonly ServiceProvider _services;
    private StubCalendarServer _server = null!;

    public HttpFeedFetcherTests() => _services = new ServiceCollection()
        .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs))
        .AddSingleton<TimeProvider>(_time)
        .AddAgreements()
        .BuildServiceProvider();

    public async Task InitializeAsync() => _server = await StubCalendarServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _services.Dispose();
        _logs.Dispose();
    }

    [Fact]
    public async Task Fetch_NewAndThenKnown_IsTheTextAndThenUnchanged()
    {
        _server.Serve("BEGIN:VCALENDAR Zoë", "\"one\"");

        Assert.Equal(new FeedAnswer.Fetched("BEGIN:VCALENDAR Zoë", "\"one\""), await FetchAsync());
        Assert.IsType<FeedAnswer.Unchanged>(await FetchAsync("\"one\""));
        Assert.Equal(["/secret-token/on-call.ics", "/secret-token/on-call.ics \"one\""], _server.Requests);
        Assert.Equal(("text/calendar, */*; q=0.1", "SlaMonitor"), (_server.Headers["Accept"], _server.Headers["User-Agent"]));
    }

    [Fact]
    public async Task Fetch_WeakNameOfTheState_IsSentBackAsItIs()
    {
        _server.Serve("x", "W/\"two\"");

        Assert.IsType<FeedAnswer.Unchanged>(await FetchAsync(((FeedAnswer.Fetched)await FetchAsync()).ETag));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(404)]
    [InlineData(204)]
    [InlineData(304)] // nobody asked whether it has changed
    public async Task Fetch_NoCalendar_SaysWhatWasAnswered(int status)
    {
        _server.Answer = (context, _) => Task.FromResult(context.Response.StatusCode = status);

        Assert.Equal(new FeedAnswer.Failed($"it answered {status}"), await FetchAsync());
    }

    [Fact]
    public async Task Fetch_ServerSaysNothing_GivesUpInTime() =>
        await GivesUp((_, end) => Task.Delay(Timeout.InfiniteTimeSpan, _time, end));

    [Fact]
    public async Task Fetch_ServerStopsInTheMiddle_GivesUpInTime() => await GivesUp(async (context, end) =>
    {
        await context.Response.WriteAsync("BEGIN:VCALENDAR", CancellationToken.None);
        await context.Response.Body.FlushAsync(CancellationToken.None);
        await Task.Delay(Timeout.InfiniteTimeSpan, _time, end);
    });

    [Fact]
    public async Task Fetch_CutConnection_SaysSo()
    {
        _server.Answer = (context, _) =>
        {
            context.Abort();
            return Task.CompletedTask;
        };

        Assert.StartsWith("the connection failed", Assert.IsType<FeedAnswer.Failed>(await FetchAsync()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_NobodyListens_SaysSo()
    {
        var address = _server.Address;
        await _server.DisposeAsync();
        _server = await StubCalendarServer.StartAsync();

        Assert.StartsWith(
            "the connection failed", Assert.IsType<FeedAnswer.Failed>(await FetchAsync(address: address)).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task Fetch_Large_IsTakenUpToAMebibyte(int more, bool isTaken)
    {
        _server.Serve(new string('x', (1024 * 1024) + more));

        var answer = await FetchAsync();

        if (isTaken) Assert.Equal(1024 * 1024, Assert.IsType<FeedAnswer.Fetched>(answer).Text.Length);
        else Assert.Equal(new FeedAnswer.Failed("it is larger than 1048576 bytes, which is the most that a calendar may have"), answer);
    }

    [Fact]
    public async Task Fetch_SmallUntilUnpacked_CountsAsUnpacked()
    {
        _server.Answer = async (context, _) =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var packed = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            for (var i = 0; i < 200; i++) await packed.WriteAsync(new byte[100_000], CancellationToken.None);
        };

        Assert.StartsWith("it is larger than", Assert.IsType<FeedAnswer.Failed>(await FetchAsync()).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/moved.ics", true, null)]
    [InlineData("http://example.com/on-call.ics", false, "it redirects to an address without https")]
    [InlineData("file:///etc/passwd", false, "it redirects to an address without https")]
    [InlineData("/secret-token/on-call.ics", false, "it redirects more than 3 times")]
    [InlineData(null, false, "it redirects to nowhere")]
    public async Task Fetch_Redirect_IsFollowedWhereItIsSafe(string? location, bool isFollowed, string? reason)
    {
        _server.Answer = (context, _) =>
        {
            if (context.Request.Path == "/moved.ics") return context.Response.WriteAsync("moved", CancellationToken.None);
            context.Response.StatusCode = StatusCodes.Status302Found;
            if (location is not null) context.Response.Headers.Location = location;
            return Task.CompletedTask;
        };

        Assert.Equal(isFollowed ? new FeedAnswer.Fetched("moved", null) : new FeedAnswer.Failed(reason!), await FetchAsync());
    }

    [Fact]
    public async Task Fetch_WhoeverAskedStops_Stops()
    {
        using var stop = new CancellationTokenSource();
        _server.Answer = async (_, end) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, end);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _services.GetRequiredService<IFeedFetcher>().FetchAsync(_server.Address, null, stop.Token));
    }

    /// <summary>The address of a calendar is the key to it.</summary>
    [Fact]
    public async Task Fetch_Address_IsNeitherInTheLogNorInATrace()
    {
        using var traces = new System.Diagnostics.ActivityListener
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = (ref System.Diagnostics.ActivityCreationOptions<System.Diagnostics.ActivityContext> _) =>
                System.Diagnostics.ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
                Assert.DoesNotContain(activity.TagObjects, tag =>
                    tag.Value is string text && text.Contains("secret-token", StringComparison.Ordinal)),
        };
        System.Diagnostics.ActivitySource.AddActivityListener(traces);
        using var around = new System.Diagnostics.Activity("evaluate").Start();
        _server.Serve("x");

        Assert.IsType<FeedAnswer.Fetched>(await FetchAsync());

        Assert.DoesNotContain(_logs.Collector.GetSnapshot(), record => record.Message.Contains("secret-token", StringComparison.Ordinal));
        Assert.DoesNotContain("traceparent", _server.Headers.Keys);
    }

    private async Task GivesUp(Func<HttpContext, CancellationToken, Task> answer)
    {
        var asked = new TaskCompletionSource();
        _server.Answer = async (context, end) =>
        {
            asked.SetResult();
            await answer(context, end);
        };

        var fetch = FetchAsync();
        await asked.Task;
        _time.Advance(HttpFeedFetcher.Patience - TimeSpan.FromMilliseconds(1));
        Assert.False(fetch.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(new FeedAnswer.Failed("no answer within 10 seconds"), await fetch);
    }

    private Task<FeedAnswer> FetchAsync(string? etag = null, Uri? address = null) =>
        _services.GetRequiredService<IFeedFetcher>().FetchAsync(address ?? _server.Address, etag, default);
}
