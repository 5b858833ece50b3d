using SlaMonitor.Agreements.Calendars;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Core.Calendars.Definitions;
using SlaMonitor.Samples;

namespace SlaMonitor.Agreements.Tests.Calendars;

/// <summary>What mistakes in the code about holiday files survived the other tests.</summary>
public sealed class HolidayEdgeTests
{
    private const string Broken = "DTSTART;TZID=Nowhere/Atlantis:20260501T000000\nDTEND;TZID=Nowhere/Atlantis:20260502T000000\nSUMMARY:";

    [Theory]
    [InlineData("Feast", MakeUpDays.Closed, false)]
    [InlineData("Feast 班", MakeUpDays.Closed, true)] // what opens nothing may be wrong
    [InlineData("Feast 班", MakeUpDays.Open, false)]
    public void EntryThatIsNotUnderstood_HarmsUnlessItCountsForNothing(string title, MakeUpDays makeUpDays, bool isRead) =>
        Assert.Equal(isRead, Read(HolidayFilter.Default with { MakeUpDays = makeUpDays }, Broken + title).List is not null);

    [Fact]
    public void EntryThatIsNotUnderstood_MayBeLeftOut_AndThenThatIsNoMistake()
    {
        var (list, said) = Read(HolidayFilter.Default with { Except = ["Feast"] }, Broken + "Feast", Day("20260401", "Off"));

        Assert.Empty(said);
        Assert.Equal("Off", Assert.Single(list!.DaysOff).Name);
    }

    [Fact]
    public void ObservancesBesideAMakeUpDay_AreSaidToCloseNothing() => Assert.Equal(
        ["company.ics:1:1: warning: it has observances only, which close nothing; observances: closed closes on them"],
        Read(HolidayFilter.Default, Day("20260511", "A day") + "\nDESCRIPTION:Observance", Day("20260512", "上班")).Said);

    [Fact]
    public void Observances_AreNotNamedByTheLaw() => Assert.False(
        Assert.Single(Read(HolidayFilter.Default, Day("20260511", "A day") + "\nDESCRIPTION:Observance").List!.Observances).Statutory);

    [Fact]
    public void Coverage_IsOfAllDays_WhateverTheyDo()
    {
        var list = Read(
            HolidayFilter.Default,
            Day("20260501", "Off"),
            Day("20241011", "上班"),
            Day("20280511", "A day") + "\nDESCRIPTION:Observance").List!;

        Assert.Equal((new LocalDate(2024, 1, 1), new LocalDate(2028, 12, 31)), (list.CoveredFrom, list.CoveredTo));
    }

    [Fact]
    public void TwoNamesOfOneDay_AreOneDay() => Assert.Equal(
        [new Holiday(new(2026, 5, 1), "May Day / Labour Day")],
        Read(HolidayFilter.Default, Day("20260501", "May Day"), Day("20260501", "Labour Day"), Day("20260501", "May Day")).List!.DaysOff);

    /// <summary>A day from midnight to midnight of another zone is that day, whatever the calendar's zone shows then.</summary>
    [Fact]
    public void MidnightOfAnotherZone_IsTheDayThere() => Assert.Equal(
        new LocalDate(2026, 5, 1),
        Assert.Single(Read(
            HolidayFilter.Default,
            "DTSTART;TZID=America/New_York:20260501T000000\nDTEND;TZID=America/New_York:20260502T000000\nSUMMARY:Off").List!.DaysOff).Date);

    [Fact]
    public void DayOfASeriesThatWasMoved_IsOffWhereItWasMovedTo() => Assert.Equal(
        [new LocalDate(2026, 5, 1), new LocalDate(2026, 5, 9)],
        Read(
            HolidayFilter.Default,
            "UID:s\nDTSTART;VALUE=DATE:20260501\nRRULE:FREQ=WEEKLY;COUNT=2\nSUMMARY:Off",
            "UID:s\nRECURRENCE-ID;VALUE=DATE:20260508\nDTSTART;VALUE=DATE:20260509\nSUMMARY:Off").List!.DaysOff.Select(day => day.Date));

    [Theory]
    [InlineData("Party", "Party")]
    [InlineData("Say \"party\"", "the-uid")]
    [InlineData("A title of sixty-one characters, which nobody would want to write", "the-uid")]
    [InlineData(
        "A title of sixty characters, which somebody may want to writ", "A title of sixty characters, which somebody may want to writ")]
    [InlineData("", "the-uid")]
    public void WayOut_IsByWhatCanBeWritten(string title, string name) => Assert.EndsWith(
        $"; to leave it out, write except: [\"{name}\"] beside ical",
        Assert.Single(Read(HolidayFilter.Default, $"UID:the-uid\nDTSTART:20261224T120000\nDTEND:20261224T180000\nSUMMARY:{title}").Said),
        StringComparison.Ordinal);

    [Fact]
    public void WayOut_WhereNothingElseCanBeWritten_IsTheDate() => Assert.EndsWith(
        "write except: [\"2026-12-24\"] beside ical",
        Assert.Single(Read(
            HolidayFilter.Default, "UID:a\\\\b\nDTSTART:20261224T120000\nDTEND:20261224T180000\nSUMMARY:Say \"party\"").Said),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("UID:x@google.com\nDESCRIPTION:Gedenktag\\nBei Google ausblenden", true)]
    [InlineData("UID:x@google.com\nDESCRIPTION:Gedenktag\\nNichts weiter", false)]
    [InlineData("UID:x@google.com\nDESCRIPTION:Google", false)]
    [InlineData("UID:x@example.com\nDESCRIPTION:Gedenktag\\nBei Google ausblenden", false)]
    public void SecondLineOfGoogle_MarksAnObservance(string lines, bool isObservance) => Assert.Equal(
        isObservance, Read(HolidayFilter.Default, Day("20260511", "A day") + "\n" + lines).List!.Observances.Count == 1);

    [Fact]
    public void Category_MarksAWorkedDay() => Assert.Single(
        Read(HolidayFilter.Default, Day("20261010", "10 October") + "\nCATEGORIES:China,上班").List!.MakeUpDays);

    [Theory]
    [InlineData(ClosedOn.Notice, MakeUpDays.Open, "list closes 2026-05-01 Named, 2026-05-02 Moved; opens 2026-05-09 Worked")]
    [InlineData(ClosedOn.NamedDays, MakeUpDays.Closed, "list closes 2026-05-01 Named; opens none")]
    public void Listing_SaysWhatTheRuleMakesOfTheDays(ClosedOn closedOn, MakeUpDays makeUpDays, string said)
    {
        var list = new HolidayList
        {
            Name = "list",
            DaysOff =
            [
                new(new(2026, 4, 30), "Before"), new(new(2026, 5, 1), "Named"), new(new(2026, 5, 2), "Moved", Statutory: false),
                new(new(2027, 5, 1), "After"),
            ],
            MakeUpDays = [new(new(2026, 5, 9), "Worked")],
        };

        Assert.Equal(
            said + "; observances that change nothing: none",
            HolidayListing.Of(new HolidayRule(list, closedOn, makeUpDays), new LocalDate(2026, 5, 1)));
    }

    [Fact]
    public void Listing_OfABook_NamesAgreementAndCalendar()
    {
        var text = TestFiles.Small().Replace(
            "\"09:00-18:00\" } }", "\"09:00-18:00\" }, holidays: { list: china } }", StringComparison.Ordinal);

        Assert.StartsWith(
            "support, calendar business: china closes 2026-01-01",
            Assert.Single(HolidayListing.Of(TestFiles.Load(text).Book!, new LocalDate(2026, 1, 1))),
            StringComparison.Ordinal);
    }

    private static string Day(string date, string title) => $"DTSTART;VALUE=DATE:{date}\nSUMMARY:{title}";

    private static (HolidayList? List, IReadOnlyList<string> Said) Read(HolidayFilter filter, params string[] entries)
    {
        var problems = new Problems();
        var list = HolidayFile.Read(
            "company", "company.ics", CalendarText.Of(entries), DateTimeZoneProviders.Tzdb["Europe/Berlin"], filter, problems);
        return (list, [.. problems.InOrder([]).Select(problem => problem.ToString())]);
    }
}
