using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Text;

namespace SlaMonitor.Local.Tests.Hosting.Timers;

public sealed class TimerTests
{
    private static readonly string[] Standing = ["--start", "2026-03-02T08:00:00Z", "--speed", "0", "--set", "Every=0 * * * * *"];

    [Fact]
    public async Task Move_ToTheVeryOccurrence_RunsInTime()
    {
        await using var host = await TestHost.StartAsync([typeof(Ticking)], Standing);

        await host.MoveClockAsync("2026-03-02T08:01:00Z");

        Assert.Equal(["08:01:00"], host.Recorder.Said);
    }

    [Fact]
    public async Task Move_ShortOfTheOccurrence_RunsNothing()
    {
        await using var host = await TestHost.StartAsync([typeof(Ticking)], Standing);

        await host.MoveClockAsync("2026-03-02T08:00:59Z");

        Assert.Empty(host.Recorder.Said);
    }

    [Fact]
    public async Task Move_OverManyOccurrences_RunsOncePastDue()
    {
        await using var host = await TestHost.StartAsync([typeof(Ticking)], Standing);

        await host.MoveClockAsync("2026-03-02T11:30:30Z");
        await host.MoveClockAsync("2026-03-02T11:31:00Z");

        Assert.Equal(["11:30:30 past due", "11:31:00"], host.Recorder.Said);
    }

    [Fact]
    public async Task Tick_Monitored_KnowsLastAndNext()
    {
        await using var host = await TestHost.StartAsync([typeof(Status)], Standing);

        await host.MoveClockAsync("2026-03-02T08:01:00Z");
        await host.MoveClockAsync("2026-03-02T08:02:00Z");

        Assert.Equal(["fast: none", "slow: 00:00:00 08:02:00", "fast: none", "slow: 08:01:00 08:03:00"], host.Recorder.Said);
    }

    [Fact]
    public async Task Start_AfterAMissedStretch_RunsOncePastDue()
    {
        using var folder = new TempFolder();
        await using (var first = await TestHost.StartAsync([typeof(Ticking)], Standing, folder))
            await first.MoveClockAsync("2026-03-02T08:01:00Z");

        await using var second = await TestHost.StartAsync(
            [typeof(Ticking)], ["--start", "2026-03-02T12:00:30Z", "--speed", "0", "--set", "Every=0 * * * * *"], folder);
        await second.Recorder.WaitForAsync(1);

        Assert.Equal(["12:00:30 past due"], second.Recorder.Said);
    }

    [Theory]
    [InlineData("2026-03-02T08:01:30Z", "0 * * * * *")] // nothing was missed
    [InlineData("2026-03-02T12:00:30Z", "30 * * * * *")] // another schedule starts anew
    [InlineData("2026-03-02T07:00:00Z", "0 * * * * *")] // another clock: the last run is in its future
    public async Task Start_NothingMissed_WaitsForTheNextOccurrence(string start, string schedule)
    {
        using var folder = new TempFolder();
        await using (var first = await TestHost.StartAsync([typeof(Ticking)], Standing, folder))
            await first.MoveClockAsync("2026-03-02T08:01:00Z");

        await using var second = await TestHost.StartAsync(
            [typeof(Ticking)], ["--start", start, "--speed", "0", "--set", $"Every={schedule}"], folder);
        await second.MoveClockAsync(start);

        Assert.Empty(second.Recorder.Said);
    }

    [Fact]
    public async Task Start_RunOnStartup_RunsAtOnce()
    {
        await using var host = await TestHost.StartAsync([typeof(AtStartup)], Standing);

        await host.Recorder.WaitForAsync(1);

        Assert.Equal(["08:00:00"], host.Recorder.Said);
    }

    [Fact]
    public async Task Tick_FunctionThrows_WaitsForTheNextOccurrence()
    {
        await using var host = await TestHost.StartAsync([typeof(Throwing)], Standing);

        await host.MoveClockAsync("2026-03-02T08:01:00Z");
        await host.MoveClockAsync("2026-03-02T08:01:59Z");
        await host.MoveClockAsync("2026-03-02T08:02:00Z");

        Assert.Equal(["08:01:00", "08:02:00"], host.Recorder.Said);
    }

    [Fact]
    public async Task Tick_WhileItRuns_NeverOverlapsAndComesDownToOne()
    {
        await using var host = await TestHost.StartAsync([typeof(Holding)], Standing);

        var first = host.MoveClockAsync("2026-03-02T08:01:00Z");
        await host.Recorder.WaitForAsync(1);
        var second = host.MoveClockAsync("2026-03-02T08:03:30Z");
        await Eventually.TrueAsync(
            () => host.Services.GetRequiredService<IClock>().GetCurrentInstant() == Instant.FromUtc(2026, 3, 2, 8, 3, 30));
        host.Recorder.Gate.Release(2);
        await Task.WhenAll(first, second);

        Assert.Equal(1, host.Recorder.MostAtOnce);
        Assert.Equal(["08:01:00", "08:03:30 past due"], host.Recorder.Said);
    }

    [Fact]
    public async Task Tick_RealClock_FollowsTheMachinesTime()
    {
        var time = new ArmedTimeProvider(new DateTimeOffset(2026, 3, 2, 8, 0, 30, TimeSpan.Zero));
        await using var host = await TestHost.StartAsync([typeof(Ticking)], ["--set", "Every=0 * * * * *"], time: time);

        await time.AdvanceWhenArmedAsync(TimeSpan.FromSeconds(30));
        await host.Recorder.WaitForAsync(1);
        await time.AdvanceWhenArmedAsync(TimeSpan.FromSeconds(60));
        await host.Recorder.WaitForAsync(1);

        Assert.Equal(["08:01:00", "08:02:00"], host.Recorder.Said);
    }

    [Theory]
    [InlineData(1, "09:01:00 past due", "09:02:00")]
    [InlineData(-1, "07:02:00", "07:03:00")]
    public async Task Tick_MachinesClockIsSetByAnHour_GoesOnWithinTwoMinutes(int hours, string first, string second)
    {
        var time = new ArmedTimeProvider(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        await using var host = await TestHost.StartAsync([typeof(Ticking)], ["--set", "Every=0 * * * * *"], time: time);
        await time.WhenArmedAsync();

        time.AdjustTime(time.GetUtcNow().AddHours(hours));
        time.Advance(TimeSpan.FromSeconds(60));
        if (hours < 0) await time.AdvanceWhenArmedAsync(TimeSpan.FromSeconds(60));
        await host.Recorder.WaitForAsync(1);
        await time.AdvanceWhenArmedAsync(TimeSpan.FromSeconds(60));
        await host.Recorder.WaitForAsync(1);

        Assert.Equal([first, second], host.Recorder.Said);
    }

    [Fact]
    public async Task Tick_FastClock_TicksAsManyTimesAsFast()
    {
        var time = new ArmedTimeProvider(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var host = await TestHost.StartAsync(
            [typeof(Ticking)], ["--start", "2026-03-02T08:00:00Z", "--speed", "120", "--set", "Every=0 * * * * *"], time: time);

        await time.AdvanceWhenArmedAsync(TimeSpan.FromSeconds(0.5));
        await host.Recorder.WaitForAsync(1);
        await time.AdvanceWhenArmedAsync(TimeSpan.FromSeconds(0.5));
        await host.Recorder.WaitForAsync(1);

        Assert.Equal(["08:01:00", "08:02:00"], host.Recorder.Said);
    }

    [Fact]
    public async Task Tick_ClockTooFastForTheFunction_CatchesUpInOneRun()
    {
        var time = new ArmedTimeProvider(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var host = await TestHost.StartAsync(
            [typeof(Holding)], ["--start", "2026-03-02T08:00:00Z", "--speed", "60", "--set", "Every=0 * * * * *"], time: time);

        await time.AdvanceWhenArmedAsync(TimeSpan.FromSeconds(1));
        await host.Recorder.WaitForAsync(1);
        time.Advance(TimeSpan.FromSeconds(10.5));
        host.Recorder.Gate.Release(3);
        await host.Recorder.WaitForAsync(1);
        await time.AdvanceWhenArmedAsync(TimeSpan.FromSeconds(0.5));
        await host.Recorder.WaitForAsync(1);

        Assert.Equal(["08:01:00", "08:11:30 past due", "08:12:00"], host.Recorder.Said);
    }

    private static string Tell(IClock clock, TimerInfo timer) =>
        InstantPattern.CreateWithInvariantCulture("HH':'mm':'ss").Format(clock.GetCurrentInstant()) + (timer.IsPastDue ? " past due" : "");

    internal sealed class Ticking(Recorder recorder, IClock clock)
    {
        [Function("Ticking")]
        public void Run([TimerTrigger("%Every%")] TimerInfo timer) => recorder.Say(Tell(clock, timer));
    }

    internal sealed class AtStartup(Recorder recorder, IClock clock)
    {
        [Function("AtStartup")]
        public void Run([TimerTrigger("%Every%", RunOnStartup = true)] TimerInfo timer) => recorder.Say(Tell(clock, timer));
    }

    internal sealed class Throwing(Recorder recorder, IClock clock)
    {
        [Function("Throwing")]
        public void Run([TimerTrigger("%Every%")] TimerInfo timer)
        {
            recorder.Say(Tell(clock, timer));
            throw new InvalidOperationException("on purpose");
        }
    }

    internal sealed class Holding(Recorder recorder, IClock clock)
    {
        [Function("Holding")]
        public Task Run([TimerTrigger("%Every%")] TimerInfo timer, CancellationToken cancellationToken) =>
            recorder.HoldAsync(Tell(clock, timer), cancellationToken);
    }

    internal sealed class Status(Recorder recorder)
    {
        [Function("Slow")]
        public void Slow([TimerTrigger("%Every%")] TimerInfo timer) =>
            recorder.Say($"slow: {timer.ScheduleStatus!.Last:HH:mm:ss} {timer.ScheduleStatus.Next:HH:mm:ss}");

        [Function("Fast")]
        public void Fast([TimerTrigger("*/30 * * * * *")] TimerInfo timer) =>
            recorder.Say($"fast: {timer.ScheduleStatus?.ToString() ?? "none"}");
    }
}
