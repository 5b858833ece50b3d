using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Local.Clock;

namespace SlaMonitor.Local.Tests.Clock;

public sealed class LocalClockTests
{
    private static readonly DateTimeOffset Present = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 8, 0);

    private readonly FakeTimeProvider _time = new(Present);

    [Fact]
    public void Now_NoStartAndSpeedOne_IsTheMachinesTime()
    {
        var clock = new LocalClock(_time);
        _time.Advance(TimeSpan.FromHours(1));

        Assert.True(clock.IsReal);
        Assert.Equal(Instant.FromUtc(2030, 1, 1, 1, 0), clock.GetCurrentInstant());
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 60)]
    [InlineData(1440, 86_400)]
    [InlineData(0.5, 30)]
    public void Now_AfterARealMinute_IsSoManySecondsLater(double speed, double expectedSeconds)
    {
        var clock = new LocalClock(_time, Start, speed);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.False(clock.IsReal);
        Assert.Equal(Start + Duration.FromSeconds(expectedSeconds), clock.GetCurrentInstant());
    }

    [Fact]
    public void Now_SpeedWithoutStart_StartsAtThePresent() =>
        Assert.Equal(Instant.FromDateTimeOffset(Present), new LocalClock(_time, speed: 60).GetCurrentInstant());

    [Fact]
    public void TryMove_Forward_GoesOnFromThereAtItsSpeed()
    {
        var clock = new LocalClock(_time, Start, 60);
        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.True(clock.TryMove(Start + Duration.FromHours(5)));
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(Start + Duration.FromHours(5) + Duration.FromMinutes(1), clock.GetCurrentInstant());
    }

    [Fact]
    public void TryMove_Back_IsRefused()
    {
        var clock = new LocalClock(_time, Start, 0);

        Assert.False(clock.TryMove(Start - Duration.FromSeconds(1)));
        Assert.Equal(Start, clock.GetCurrentInstant());
    }

    [Fact]
    public void TryMove_RealClock_Throws() =>
        Assert.Throws<InvalidOperationException>(() => new LocalClock(_time).TryMove(Instant.FromUtc(2040, 1, 1, 0, 0)));

    [Fact]
    public async Task WaitUntil_FastClock_EndsAsSoonAsItShowsTheInstant()
    {
        var clock = new LocalClock(_time, Start, 60);
        var wait = clock.WaitUntilAsync(Start + Duration.FromMinutes(2), CancellationToken.None);

        _time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(wait.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));

        await wait.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task WaitUntil_StandingClock_EndsWhenItIsMoved()
    {
        var clock = new LocalClock(_time, Start, 0);
        var wait = clock.WaitUntilAsync(Start + Duration.FromDays(1), CancellationToken.None);

        _time.Advance(TimeSpan.FromDays(3));
        Assert.False(wait.IsCompleted);
        clock.TryMove(Start + Duration.FromDays(1));

        await wait.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task WaitUntil_Cancelled_Throws()
    {
        using var cancel = new CancellationTokenSource();
        var wait = new LocalClock(_time).WaitUntilAsync(Instant.FromUtc(2040, 1, 1, 0, 0), cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }
}
