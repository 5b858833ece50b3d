using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;
using static SlaMonitor.Core.Tests.Calendars.Samples;

namespace SlaMonitor.Core.Tests.Calendars;

public sealed class BusinessCalendarTests
{
    private static readonly BusinessCalendar Berlin = Office();

    [Theory]
    [InlineData("2026-03-02 10:00 +01:00", 60, "2026-03-02 11:00 +01:00")] // a Monday
    [InlineData("2026-03-02 17:30 +01:00", 60, "2026-03-03 09:30 +01:00")]
    [InlineData("2026-03-02 10:00 +01:00", 480, "2026-03-02 18:00 +01:00")] // due at closing time, not at the next opening
    [InlineData("2026-03-06 18:00 +01:00", 1, "2026-03-09 09:01 +01:00")] // over the weekend
    [InlineData("2026-03-27 17:00 +01:00", 120, "2026-03-30 10:00 +02:00")] // over the weekend of the change to summer time
    [InlineData("2026-03-02 12:00 +01:00", 0, "2026-03-02 12:00 +01:00")]
    [InlineData("2026-03-02 18:00 +01:00", 0, "2026-03-03 09:00 +01:00")]
    public void Add_Budget_IsDueInOpenTime(string start, int minutes, string due) =>
        Assert.Equal(At(due), Berlin.Add(At(start), BusinessDuration.FromMinutes(minutes)));

    [Theory]
    [InlineData("2026-03-03 09:30 +01:00", 60, "2026-03-02 17:30 +01:00")]
    [InlineData("2026-03-02 18:00 +01:00", 540, "2026-03-02 09:00 +01:00")] // back to the opening, not to the closing before it
    [InlineData("2026-03-03 09:00 +01:00", 0, "2026-03-02 18:00 +01:00")]
    [InlineData("2026-03-02 18:00 +01:00", 0, "2026-03-02 18:00 +01:00")]
    [InlineData("2026-03-02 12:00 +01:00", 0, "2026-03-02 12:00 +01:00")]
    public void Subtract_Amount_MirrorsAdd(string end, int minutes, string start) =>
        Assert.Equal(At(start), Berlin.Subtract(At(end), BusinessDuration.FromMinutes(minutes)));

    [Theory]
    [InlineData("2026-03-02 10:00 +01:00", "2026-03-02 11:30 +01:00", 90)]
    [InlineData("2026-03-02 00:00 +01:00", "2026-03-09 00:00 +01:00", 2700)]
    [InlineData("2026-03-02 11:00 +01:00", "2026-03-02 10:00 +01:00", 0)]
    public void Elapsed_TwoInstants_CountsOpenTime(string start, string end, int minutes) =>
        Assert.Equal(BusinessDuration.FromMinutes(minutes), Berlin.Elapsed(At(start), At(end)));

    [Fact]
    public void IsOpen_AtTheEdges_IsHalfOpen()
    {
        Assert.True(Berlin.IsOpen(At("2026-03-02 09:00 +01:00")));
        Assert.True(Berlin.IsOpen(At("2026-03-02 18:00 +01:00") - Duration.FromTicks(1)));
        Assert.False(Berlin.IsOpen(At("2026-03-02 18:00 +01:00")));
        Assert.False(Berlin.IsOpen(At("2026-03-02 09:00 +01:00") - Duration.FromTicks(1)));
    }

    [Fact]
    public void OpenIntervals_OfAroundTheClock_AreOne()
    {
        var always = BusinessCalendar.Compile(CalendarDefinition.Always("always", "Asia/Shanghai"));
        var (from, to) = (At("2026-01-01 12:00 +08:00"), At("2027-01-01 12:00 +08:00"));
        Assert.Equal([new Interval(from, to)], always.OpenIntervals(from, to));
    }

    [Fact]
    public void Without_Exclusion_MakesTheClockStandStill()
    {
        var calendar = Berlin.Without([new Interval(At("2026-03-02 11:00 +01:00"), At("2026-03-02 12:00 +01:00"))]);
        Assert.Equal(At("2026-03-02 12:30 +01:00"), calendar.Add(At("2026-03-02 10:30 +01:00"), BusinessDuration.FromHours(1)));
        Assert.Equal(At("2026-03-02 11:00 +01:00"), calendar.Add(At("2026-03-02 10:30 +01:00"), BusinessDuration.FromMinutes(30)));
        Assert.Equal(At("2026-03-02 12:00 +01:00"), calendar.NextOpening(At("2026-03-02 11:00 +01:00")));
        Assert.Equal(BusinessDuration.FromMinutes(60), calendar.Elapsed(At("2026-03-02 10:30 +01:00"), At("2026-03-02 12:30 +01:00")));
        Assert.False(calendar.IsOpen(At("2026-03-02 11:00 +01:00")));
    }

    [Fact]
    public void Add_WhenNothingOpensAnyMore_SaysSo()
    {
        var calendar = Berlin.Without([new Interval(At("2026-03-02 11:00 +01:00"), null)]);
        var error = Assert.Throws<CalendarRangeException>(() => calendar.Add(At("2026-03-02 10:00 +01:00"), BusinessDuration.FromHours(2)));
        Assert.Contains("only 1h opens again after 2026-03-02T09:00:00Z", error.Message, StringComparison.Ordinal);
    }
}
