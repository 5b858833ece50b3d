using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Tests.OnCall;

/// <summary>How calendars on servers are kept: asked for when it is time to, and kept over mistakes and restarts.</summary>
public sealed class OnCallServerTests : FeedFolder
{
    private const string Address = "https://calendars.example.com/secret-token/on-call.ics";
    private const string Shown = "https://calendars.example.com/…";

    [Fact]
    public async Task Address_IsAskedEveryFifteenMinutesByTheStateThatIsKnown()
    {
        Says(Always("anna"), "\"1\"");
        var folder = await OpenAsync(Address);
        Assert.Null(await OnCallAsync(folder));

        await folder.GetAsync(default);
        Assert.Equal("anna@example.com", await OnCallAsync(folder));
        Time.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromTicks(1));
        await folder.GetAsync(default);
        Assert.Equal([null], Bench.Asked);

        Bench.Answer = () => new FeedAnswer.Unchanged();
        Time.Advance(TimeSpan.FromTicks(1));
        await folder.GetAsync(default);
        Says(Always("ben"), "\"2\"");
        Time.Advance(TimeSpan.FromMinutes(15));
        await folder.GetAsync(default);

        Assert.Equal([null, "\"1\"", "\"1\""], Bench.Asked);
        Assert.Equal("ben@example.com", await OnCallAsync(folder));
        Assert.Empty(folder.Troubles);
    }

    [Theory]
    [InlineData("it answered 500", $"{Shown}:1:1: error: the calendar cannot be fetched: it answered 500")]
    [InlineData(null, $"{Shown}:1:1: error: this is no iCalendar file, which begins with BEGIN:VCALENDAR; it begins with '<html>'")]
    public async Task Address_FailsLater_KeepsTheLastGoodOneAndSaysWhy(string? failure, string trouble)
    {
        Says(Always("anna"), "\"1\"");
        var folder = await OpenAsync(Address);
        await folder.GetAsync(default);
        Bench.Answer = () => failure is null ? new FeedAnswer.Fetched("<html>", "\"2\"") : new FeedAnswer.Failed(failure);
        Time.Advance(TimeSpan.FromMinutes(15));
        await folder.GetAsync(default);

        Assert.Equal("anna@example.com", await OnCallAsync(folder));
        Assert.Equal([$"{trouble}; the copy of 2026-03-02 08:00 UTC stays in force"], folder.Troubles);

        // Asked for what is in force, not for what could not be read.
        Time.Advance(TimeSpan.FromMinutes(15));
        Bench.Answer = () => new FeedAnswer.Unchanged();
        await folder.GetAsync(default);
        Assert.Equal([null, "\"1\"", "\"1\""], Bench.Asked);
        Assert.Empty(folder.Troubles);
    }

    [Fact]
    public async Task Address_NeverAnswered_IsAskedEveryMinute()
    {
        var folder = await OpenAsync(Address);
        for (var minute = 0; minute < 3; minute++, Time.Advance(TimeSpan.FromMinutes(1))) await folder.GetAsync(default);

        Assert.Equal(3, Bench.Asked.Count);
        Assert.Equal(
            [$"{Shown}:1:1: error: the calendar cannot be fetched: it answered 404; "
                + "there is no earlier copy, so the fallback contact is told instead of who is on call"],
            folder.Troubles);
        Assert.Single(Bench.Logger.Collector.GetSnapshot());
    }

    [Fact]
    public async Task Address_AskedByManyAtOnce_IsAskedOnce()
    {
        Says(Always("anna"), null);
        var folder = await OpenAsync(Address);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => folder.GetAsync(default))));

        Assert.Single(Bench.Asked);
    }

    [Fact]
    public async Task Address_WhoeverAsksGivesUp_TheNextOneAsks()
    {
        var folder = await OpenAsync(Address);
        using var giveUp = new CancellationTokenSource();
        Bench.Hangs = true;
        var first = folder.GetAsync(giveUp.Token);
        var second = folder.GetAsync(default);
        Bench.Hangs = false;
        Says(Always("anna"), null);
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await second;
        Assert.Equal(2, Bench.Asked.Count);
        Assert.Equal("anna@example.com", await OnCallAsync(folder));
    }

    [Fact]
    public async Task Address_ServerHangs_TheTermsDoNotWaitForIt()
    {
        var folder = await OpenAsync(Address);
        using var giveUp = new CancellationTokenSource();
        Bench.Hangs = true;
        var waiting = folder.GetAsync(giveUp.Token);

        Assert.NotEmpty((await folder.GetTermsAsync(default)).Agreements);
        Assert.False(waiting.IsCompleted);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Address_FetcherThrows_IsATroubleAndAskedAgainInAMinute()
    {
        Bench.Answer = () => throw new InvalidOperationException("a mistake of ours");
        var folder = await OpenAsync(Address);
        await folder.GetAsync(default);
        await folder.GetAsync(default);

        Assert.Equal(
            [$"{Shown}:1:1: error: the calendar cannot be fetched: a mistake of ours; "
                + "there is no earlier copy, so the fallback contact is told instead of who is on call"],
            folder.Troubles);
        Assert.Single(Bench.Asked);
        Time.Advance(TimeSpan.FromMinutes(1));
        Says(Always("anna"), null);
        await folder.GetAsync(default);
        Assert.Equal("anna@example.com", await OnCallAsync(folder));
    }

    [Fact]
    public async Task Restart_ServerIsAway_TheKeptCopyIsInForce()
    {
        Says(Always("anna"), "\"1\"");
        await (await OpenAsync(Address)).GetAsync(default);
        Bench.Answer = () => new FeedAnswer.Failed("it answered 503");

        var restarted = await OpenAsync(Address);
        Assert.Equal("anna@example.com", await OnCallAsync(restarted));
        await restarted.GetAsync(default);

        Assert.Equal("anna@example.com", await OnCallAsync(restarted));
        Assert.Equal("\"1\"", Bench.Asked[^1]);
        Assert.Single(restarted.Troubles);
    }

    [Fact]
    public async Task Restart_KeptCopyIsUnreadable_IsAsIfThereWereNone()
    {
        Bench.Kept[Address] = new FeedCopy("rubbish", "\"1\"", default);

        var folder = await OpenAsync(Address);

        Assert.Null(await OnCallAsync(folder));
        Assert.Empty(folder.Troubles);
    }
}
