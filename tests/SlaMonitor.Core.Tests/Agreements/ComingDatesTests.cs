using CsCheck;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;
using SlaMonitor.Core.Tests.Clocks;

namespace SlaMonitor.Core.Tests.Agreements;

public sealed class ComingDatesTests
{
    private static readonly Term Fixed = new() { From = new(2026, 1, 1), To = new(2026, 12, 31) };
    private static readonly Term Yearly = Fixed with { Renews = Renewal.Yearly, NoticeDays = 30 };

    private static Agreement Agreed => Story.Promising(Story.Within(Metric.Resolution, "9")) with
    {
        EffectiveFrom = new(2026, 1, 1),
        Dates = new DateTerms(["lead"]),
    };

    [Theory]
    [InlineData("2026-10-31", "")]
    [InlineData("2026-11-01", "TermEnds 2026-12-31")] // sixty days before
    [InlineData("2026-12-31", "TermEnds 2026-12-31")]
    [InlineData("2027-01-01", "")]
    public void Of_TermThatDoesNotRenew_IsItsLastDay(string day, string dates) =>
        Assert.Equal(dates, On(day, Agreed with { Term = Fixed }));

    [Theory]
    [InlineData("2026-10-31", "")]
    [InlineData("2026-11-01", "NoticeEnds 2026-12-01")] // thirty days before the last day for notice, which is thirty before the end
    [InlineData("2026-12-01", "NoticeEnds 2026-12-01")]
    [InlineData("2026-12-02", "")]
    [InlineData("2027-12-01", "NoticeEnds 2027-12-01")] // and so each year
    public void Of_TermThatRenews_IsTheLastDayForNotice(string day, string dates) =>
        Assert.Equal(dates, On(day, Agreed with { Term = Yearly }));

    [Fact]
    public void Of_TermOfWhichNoticeWasGiven_IsItsLastDay() => Assert.Equal(
        "TermEnds 2026-12-31", On("2026-12-01", Agreed with { Term = Yearly with { NoticeGivenOn = new(2026, 6, 1) } }));

    [Theory]
    [InlineData("2027-01-01", "")] // the next day
    [InlineData("2027-01-02", "TermEnds 2026-12-31")]
    public void Of_TermThatAnotherVersionGoesOnFrom_IsNone(string next, string dates) => Assert.Equal(
        dates,
        On("2026-12-01", Agreed with { Term = Fixed }, Agreed with { Version = 2, EffectiveFrom = Date(next) }));

    [Fact]
    public void Of_AgreementThatTellsNobody_IsNone() => Assert.Equal("", On("2026-12-31", Agreed with { Term = Fixed, Dates = null }));

    [Theory]
    [InlineData("2026-10-31", "")]
    [InlineData("2026-11-01", "HolidaysEnd 2026-12-31 china")]
    [InlineData("2027-03-01", "HolidaysEnd 2026-12-31 china")] // it is worse by then
    public void Of_HolidaysThatRunOut_IsTheirLastDay_OnceForAList(string day, string dates)
    {
        var list = new HolidayRule(new HolidayList { Name = "china", CoveredTo = new(2026, 12, 31) });
        var one = BusinessCalendar.Compile(Story.Weekdays.Definition with { Holidays = [list] });
        var agreement = Agreed with
        {
            Calendars = new Dictionary<string, BusinessCalendar> { ["one"] = one, ["other"] = one, ["plain"] = Story.Weekdays },
        };

        Assert.Equal(dates, On(day, agreement));
    }

    [Theory]
    [InlineData("2026-03-01", "")]
    [InlineData("2026-03-02", "OnCallEnds 2026-03-09T01:00:00Z on-call")] // seven days before
    [InlineData("2026-03-10", "")] // it has begun: the health says so
    public void Of_TurnsThatEnd_IsTheMomentFromWhichNobodyIsOnCall(string day, string dates)
    {
        var turns = DatedTurns.Of(
        [
            new Shift(Between("03-01 09:00", "03-05 09:00"), "anna@example.com"),
            new Shift(Between("03-05 09:00", "03-09 09:00"), "ben@example.com"),
        ]);

        Assert.Equal(dates, On(day, WithTurns(new Rotation(turns) { Feed = "on-call.ics" }), at: "12:00"));
    }

    [Fact]
    public void Of_TurnsThatRepeat_HaveNoEnd() => Assert.Equal(
        "",
        On("2026-03-02", WithTurns(new Rotation(new RepeatingTurns(
            RotationPeriod.Daily, IsoDayOfWeek.Monday, new LocalTime(9, 0), new(2026, 3, 1), ["anna@example.com"])))));

    [Fact]
    public void NextGap_AnyTurnsAndStandIns_IsTheFirstMinuteWithoutAnybodyAfterSomebody() =>
        Gen.Select(Spans, Spans, Gen.Int[0, 48]).Sample((turns, standIns, from) =>
        {
            var rotation = new Rotation(DatedTurns.Of(turns.Select(span => new Shift(span, "anna@example.com"))))
            {
                Overrides = [.. standIns.Where(span => span.Duration > Duration.Zero)
                    .Select(span => new RotationOverride(span, "ben@example.com"))],
            };
            var (start, until) = (Hour(from), Hour(72));
            Instant? expected = null;
            for (var hour = from + 1; hour <= 72 && expected is null; hour++)
            {
                if (rotation.OnCallAt(Hour(hour - 1), Story.Zone) is not null && rotation.OnCallAt(Hour(hour), Story.Zone) is null)
                    expected = Hour(hour);
            }

            Assert.Equal(expected, rotation.NextGap(start, until, Story.Zone));
        });

    [Fact]
    public void NoticeBy_AnyDay_IsTheLastDayOnWhichNoticeEndsTheSameTerm() =>
        Gen.Select(Gen.Int[0, 900], Gen.Int[0, 120], Gen.Bool).Sample((days, noticeDays, monthly) =>
        {
            var today = new LocalDate(2026, 1, 1).PlusDays(days);
            var term = Yearly with { NoticeDays = noticeDays, Renews = monthly ? Renewal.Monthly : Renewal.Yearly };
            var by = term.NoticeBy(today)!.Value;

            Assert.True(by >= today);
            Assert.Equal(LastDay(today), LastDay(by));
            Assert.NotEqual(LastDay(by), LastDay(by.PlusDays(1)));

            LocalDate? LastDay(LocalDate given) => (term with { NoticeGivenOn = given }).LastDay;
        });

    private static Gen<Interval[]> Spans { get; } = Gen.Select(Gen.Int[0, 60], Gen.Int[0, 20])
        .Select((from, length) => new Interval(Hour(from), Hour(from + length))).Array[0, 4];

    private static Instant Hour(int hour) => Story.At("03-02 00:00") + Duration.FromHours(hour);

    private static Interval Between(string from, string to) => new(Story.At(from), Story.At(to));

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private static Agreement WithTurns(Rotation rotation) => Agreed with
    {
        Contacts = new Dictionary<string, Contact> { ["on-call"] = new() { Id = "on-call", Rotation = rotation } },
    };

    private static string On(string day, params Agreement[] versions) => On(day, versions, LocalTime.Midnight);

    private static string On(string day, Agreement agreement, string at) =>
        On(day, [agreement], NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(at).Value);

    private static string On(string day, Agreement[] versions, LocalTime time)
    {
        var now = (Date(day) + time).InZoneLeniently(Story.Zone).ToInstant();
        var dates = ComingDates.Of(new AgreementBook([new AgreementHistory(versions)]), now);
        return string.Join(", ", dates.Select(date => date.Name));
    }
}
