using System.Text.Json;
using SlaMonitor.Agreements.Calendars;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Agreements.Tests.Calendars;

public sealed class HolidayListsTests
{
    private static readonly OpenHours Office = OpenHours.Parse("09:00-18:00");

    [Fact]
    public void China_AsAnnounced_HasEveryDayOfTheNotices()
    {
        var china = HolidayLists.China;
        Assert.Equal("china", china.Name);
        Assert.Equal((new LocalDate(2024, 1, 1), new LocalDate(2026, 12, 31)), (china.CoveredFrom, china.CoveredTo));
        Assert.Equal([2024, 2025, 2026], china.Notices.Select(notice => notice.Year));
        Assert.Equal([28, 28, 33], china.DaysOff.GroupBy(day => day.Date.Year).Select(year => year.Count()));
        Assert.Equal([11, 13, 13], china.DaysOff.Where(day => day.Statutory).GroupBy(day => day.Date.Year).Select(year => year.Count()));
        Assert.Equal([8, 5, 6], china.MakeUpDays.GroupBy(day => day.Date.Year).Select(year => year.Count()));
        Assert.All(china.MakeUpDays, day => Assert.True(day.Date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday));
        Assert.Same(china, HolidayLists.Find("China"));
        Assert.Null(HolidayLists.Find("atlantis"));
        Assert.All(HolidayLists.Names, name => Assert.NotNull(HolidayLists.Find(name)));
    }

    [Theory]
    [InlineData(ClosedOn.Notice, MakeUpDays.Closed, "2026-02-20", false)] // Friday, moved by the notice
    [InlineData(ClosedOn.NamedDays, MakeUpDays.Closed, "2026-02-20", true)]
    [InlineData(ClosedOn.Notice, MakeUpDays.Closed, "2026-02-17", false)] // Spring Festival itself
    [InlineData(ClosedOn.NamedDays, MakeUpDays.Closed, "2026-02-17", false)]
    [InlineData(ClosedOn.Notice, MakeUpDays.Closed, "2026-02-14", false)] // make-up Saturday
    [InlineData(ClosedOn.Notice, MakeUpDays.Open, "2026-02-14", true)]
    public void China_ReadAsAContractMeansIt_OpensAndCloses(ClosedOn closedOn, MakeUpDays makeUpDays, string date, bool open)
    {
        var calendar = Compile(new HolidayRule(HolidayLists.China, closedOn, makeUpDays));
        var noon = NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value.At(new LocalTime(12, 0)).InZoneStrictly(calendar.Zone).ToInstant();
        Assert.Equal(open, calendar.IsOpen(noon));
    }

    [Fact]
    public void IsProvisional_BeyondTheLastNotice_IsTrue()
    {
        var calendar = Compile(new HolidayRule(HolidayLists.China));
        var newYear = new LocalDate(2027, 1, 1).AtStartOfDayInZone(calendar.Zone).ToInstant();
        Assert.False(calendar.IsProvisional(newYear - Duration.Epsilon));
        Assert.True(calendar.IsProvisional(newYear));
    }

    [Fact]
    public void ReadJson_WithoutAName_SaysSo()
    {
        var error = Assert.Throws<JsonException>(() => HolidayLists.ReadJson("""{ "daysOff": [] }"""));
        Assert.Contains("name", error.Message, StringComparison.Ordinal);
    }

    private static BusinessCalendar Compile(HolidayRule rule) => BusinessCalendar.Compile(new CalendarDefinition
    {
        Id = "business",
        TimeZone = "Asia/Shanghai",
        Week = Enumerable.Range(1, 5).ToDictionary(day => (IsoDayOfWeek)day, IReadOnlyList<OpenHours> (_) => [Office]),
        Holidays = [rule],
    });
}
