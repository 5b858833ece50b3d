using NodaTime.Text;
using SlaMonitor.Local.Hosting.Timers;

namespace SlaMonitor.Local.Tests.Hosting.Timers;

public sealed class TimerScheduleTests
{
    [Theory]
    [InlineData("0 * * * * *", "2026-03-02T08:00:00Z", "2026-03-02T08:01:00Z")] // strictly after
    [InlineData("0 * * * * *", "2026-03-02T08:00:59Z", "2026-03-02T08:01:00Z")]
    [InlineData("*/10 * * * * *", "2026-03-02T08:00:01Z", "2026-03-02T08:00:10Z")]
    [InlineData("0 0 9 * * MON-FRI", "2026-03-06T09:00:00Z", "2026-03-09T09:00:00Z")]
    [InlineData("0 0 0 1 JUL *", "2026-03-06T09:00:00Z", "2026-07-01T00:00:00Z")]
    [InlineData("0 0 9 * * 0", "2026-03-06T09:00:00Z", "2026-03-08T09:00:00Z")] // Sunday is 0
    [InlineData("0 30 6 13 * 5", "2026-03-06T09:00:00Z", "2026-03-13T06:30:00Z")] // day of month and weekday must both hold
    public void Next_SixFields_IsTheNextOccurrenceInUtc(string text, string after, string expected)
    {
        Assert.True(TimerSchedule.TryParse(text, out var schedule, out _));

        Assert.Equal(InstantPattern.General.Parse(expected).Value, schedule.Next(InstantPattern.General.Parse(after).Value));
    }

    [Theory]
    [InlineData("0 * * * * *", true)]
    [InlineData("0 */5 * * * *", true)]
    [InlineData("30 0 9 * * *", true)]
    [InlineData("0,30 * * * * *", false)]
    [InlineData("0,30 0 9 * * *", false)]
    [InlineData("* * * * * *", false)]
    public void IsSlow_AMinuteOrMoreBetweenOccurrences(string text, bool expected)
    {
        Assert.True(TimerSchedule.TryParse(text, out var schedule, out _));

        Assert.Equal(expected, schedule.IsSlow);
    }

    [Theory]
    [InlineData("* * * * *", "it has 5 fields; six are needed: second minute hour day month weekday, as '0 */5 * * * *'")]
    [InlineData("00:05:00", "it has 1 field; six are needed: second minute hour day month weekday, as '0 */5 * * * *'")]
    [InlineData("0 0 9 L * *", "the signs ? # @ L W are not part of the Functions host's schedules")]
    [InlineData("0 0 9 ? * MON", "the signs ? # @ L W are not part of the Functions host's schedules")]
    [InlineData("0 0 9 * * 5L", "the signs ? # @ L W are not part of the Functions host's schedules")]
    [InlineData("0 0 9 30 2 *", "it never comes")]
    public void TryParse_WrongSchedule_SaysWhy(string text, string expected)
    {
        Assert.False(TimerSchedule.TryParse(text, out _, out var problem));

        Assert.Equal(expected, problem);
    }

    [Fact]
    public void TryParse_FieldOutOfRange_NamesTheField()
    {
        Assert.False(TimerSchedule.TryParse("0 61 * * * *", out _, out var problem));

        Assert.Contains("Minutes", problem, StringComparison.OrdinalIgnoreCase);
    }
}
