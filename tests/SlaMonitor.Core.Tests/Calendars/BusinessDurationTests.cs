using SlaMonitor.Core.Calendars;

namespace SlaMonitor.Core.Tests.Calendars;

public sealed class BusinessDurationTests
{
    [Theory]
    [InlineData(0, "0m")]
    [InlineData(27_000, "7h 30m")]
    [InlineData(162_000, "45h")]
    [InlineData(3_605, "1h 5s")]
    [InlineData(-1_800, "-30m")]
    [InlineData(60, "1m")]
    [InlineData(59, "59s")]
    [InlineData(3_600, "1h")]
    [InlineData(-3_661, "-1h 1m 1s")]
    public void ToString_Amount_LeavesOutWhatIsZero(long seconds, string text) =>
        Assert.Equal(text, BusinessDuration.FromSeconds(seconds).ToString());

    [Fact]
    public void ToString_FractionsAndExtremes_AreExact()
    {
        Assert.Equal("1m 0.5s", BusinessDuration.FromTicks(605_000_000).ToString());
        Assert.Equal("0.0000001s", BusinessDuration.FromTicks(1).ToString());
        Assert.Equal("-256204778h 48m 5.4775808s", BusinessDuration.FromTicks(long.MinValue).ToString());
    }

    [Theory]
    [InlineData(10_000_000, 1)]
    [InlineData(9_999_999, 0)]
    [InlineData(-1, -1)]
    [InlineData(-10_000_000, -1)]
    public void TotalSeconds_OfTicks_RoundsDown(long ticks, long seconds) =>
        Assert.Equal(seconds, BusinessDuration.FromTicks(ticks).TotalSeconds);

    [Fact]
    public void Share_OfABudget_IsExact()
    {
        Assert.Equal(BusinessDuration.FromMinutes(216), BusinessDuration.FromMinutes(270).Share(80));
        Assert.Equal(BusinessDuration.FromTicks(333_333), BusinessDuration.FromTicks(1_010_101).Share(33));
        Assert.Equal(BusinessDuration.FromTicks(long.MaxValue), BusinessDuration.FromTicks(long.MaxValue).Share(100));
        Assert.Throws<OverflowException>(() => BusinessDuration.FromTicks(long.MaxValue).Share(101));
        Assert.Equal(BusinessDuration.FromMinutes(90), BusinessDuration.FromMinutes(60).Share(150));
        Assert.Equal(BusinessDuration.Zero, BusinessDuration.FromMinutes(60).Share(0));
    }

    [Fact]
    public void Arithmetic_AndOrder_AreThoseOfTheTicks()
    {
        var (hour, minute) = (BusinessDuration.FromHours(1), BusinessDuration.FromMinutes(1));
        Assert.Equal(hour, minute * 60);
        Assert.Equal(-minute, BusinessDuration.Zero - minute);
        Assert.Equal(BusinessDuration.FromSeconds(3_660), hour + minute);
        Assert.True(minute < hour && hour > minute && minute <= hour && hour >= minute && hour.CompareTo(minute) > 0);
        Assert.Equal((1, 0, -1), (hour.CompareTo(minute), hour.CompareTo(minute * 60), minute.CompareTo(hour)));
        var same = BusinessDuration.FromSeconds(3_600);
        Assert.True(hour <= same && hour >= same);
        Assert.False(hour < same || hour > same || hour < minute || minute > hour || hour <= minute || minute >= hour);
        Assert.Throws<OverflowException>(() => BusinessDuration.FromTicks(long.MaxValue) + minute);
        Assert.Throws<OverflowException>(() => BusinessDuration.FromTicks(long.MinValue) - minute);
        Assert.Throws<OverflowException>(() => -BusinessDuration.FromTicks(long.MinValue));
        Assert.Throws<OverflowException>(() => BusinessDuration.FromTicks(long.MaxValue) * 2);
        Assert.Throws<OverflowException>(() => BusinessDuration.FromSeconds(long.MaxValue));
        Assert.Throws<OverflowException>(() => BusinessDuration.FromMinutes(long.MaxValue));
        Assert.Throws<OverflowException>(() => BusinessDuration.FromHours(long.MaxValue));
    }
}
