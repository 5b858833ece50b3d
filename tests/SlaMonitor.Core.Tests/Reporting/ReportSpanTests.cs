using SlaMonitor.Core.Agreements.Indicators;
using SlaMonitor.Core.Reporting.Periods;

namespace SlaMonitor.Core.Tests.Reporting;

public sealed class ReportSpanTests
{
    [Theory]
    [InlineData("2026-10", "2026-10-01", "2026-10-31", ReportPeriod.Month)]
    [InlineData("2024-02", "2024-02-01", "2024-02-29", ReportPeriod.Month)]
    [InlineData("2026-Q4", "2026-10-01", "2026-12-31", ReportPeriod.Quarter)]
    [InlineData("2026-q1", "2026-01-01", "2026-03-31", ReportPeriod.Quarter)]
    [InlineData("2026", "2026-01-01", "2026-12-31", ReportPeriod.Year)]
    [InlineData("2026-10-05..2026-11-04", "2026-10-05", "2026-11-04", null)]
    [InlineData("2024-02-29..2024-02-29", "2024-02-29", "2024-02-29", null)]
    public void Text_ThatNamesASpan_IsReadAndWrittenBack(string text, string first, string last, ReportPeriod? unit)
    {
        var span = ReportSpan.Parse(text)!;

        Assert.Equal((first, last, unit), ($"{span.First:uuuu-MM-dd}", $"{span.Last:uuuu-MM-dd}", span.Unit));
        Assert.Equal(text.ToUpperInvariant(), span.ToString());
        Assert.Equal(span, ReportSpan.Parse(span.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-1")]
    [InlineData("2026-Q5")]
    [InlineData("2026-10\n")]
    [InlineData("1950-01")] // calendars know nothing before
    [InlineData("2118")]
    [InlineData("2026-11-04..2026-10-05")]
    [InlineData("2023-02-29..2023-03-01")]
    [InlineData("2026-10-05..")]
    [InlineData("２０２６-10")]
    public void Text_ThatNamesNone_IsRefused(string text) => Assert.Null(ReportSpan.Parse(text));

    [Fact]
    public void Day_OfTheChangeToSummerTime_HasItsHourLess() => Assert.Equal(
        Duration.FromHours(23),
        ReportSpan.Parse("2026-03-29..2026-03-29")!.In(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).Duration);

    [Theory]
    [InlineData("2026", 12)]
    [InlineData("2026-Q2", 3)]
    [InlineData("2026-05", 1)]
    [InlineData("2026-05-02..2026-08-30", 2)] // June and July
    [InlineData("2026-05-02..2026-05-30", 0)]
    public void Months_ThatLieInASpanWhole_AreThese(string text, int months) =>
        Assert.Equal(months, ReportSpan.Parse(text)!.Whole(ReportPeriod.Month).Count);

    [Theory]
    [InlineData("2026-01", "2025-12")]
    [InlineData("2026-Q1", "2025-Q4")]
    [InlineData("2026", "2025")]
    [InlineData("2026-03-01..2026-03-07", "2026-02-22..2026-02-28")]
    public void Previous_IsTheSpanOfTheSameLengthBefore(string text, string previous) =>
        Assert.Equal(previous, ReportSpan.Parse(text)!.Previous.ToString());
}
