using CsCheck;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Compilation;
using SlaMonitor.Core.Calendars.Definitions;
using SlaMonitor.Core.Tests.Calendars.Reference;
using static SlaMonitor.Core.Tests.Calendars.Samples;

namespace SlaMonitor.Core.Tests.Calendars;

/// <summary>Where the compiled tables could give way: far years, few or many windows, many threads.</summary>
public sealed class TimelineTests
{
    [Theory]
    [InlineData("1949-12-31 23:59:59 +00:00")]
    [InlineData("2120-01-01 00:00 +00:00")]
    public void Questions_OutsideTheSupportedYears_AreRefused(string at)
    {
        var calendar = Office();
        var inside = At("2026-03-02 10:00 +01:00");
        Action[] questions =
        [
            () => calendar.Add(At(at), BusinessDuration.Zero),
            () => calendar.Subtract(At(at), BusinessDuration.Zero),
            () => calendar.Elapsed(Instant.Min(At(at), inside), Instant.Max(At(at), inside)),
            () => calendar.IsOpen(At(at)),
            () => calendar.NextOpening(At(at)),
            () => calendar.OpenIntervals(Instant.Min(At(at), inside), Instant.Max(At(at), inside)),
            () => calendar.AddDays(At(at), 1),
        ];
        Assert.All(questions, question =>
        {
            var error = Assert.Throws<CalendarRangeException>(question);
            Assert.Equal(("test", At(at)), (error.CalendarId, error.At));
        });
    }

    [Fact]
    public void Questions_AtTheEdgesOfTheSupportedYears_AreAnswered()
    {
        var always = BusinessCalendar.Compile(CalendarDefinition.Always("always", "UTC"));
        var (first, last) = (At("1950-01-01 00:00 +00:00"), At("2119-12-31 23:59:59 +00:00"));
        Assert.Equal((last - first).BclCompatibleTicks, always.Elapsed(first, last).Ticks);
        Assert.Equal(last, always.Add(first, always.Elapsed(first, last)));
        Assert.Equal(first, always.Subtract(last, always.Elapsed(first, last)));
        Assert.Throws<CalendarRangeException>(() => always.Add(last, BusinessDuration.FromSeconds(2)));
        Assert.Throws<CalendarRangeException>(() => always.Subtract(first, BusinessDuration.FromSeconds(1)));
        Assert.Throws<CalendarRangeException>(() => always.Add(first, BusinessDuration.FromTicks(long.MaxValue)));
        Assert.Throws<CalendarRangeException>(() => always.AddDays(first, -1));
        Assert.Throws<CalendarRangeException>(() => always.AddDays(first, int.MaxValue));
    }

    [Fact]
    public void Amounts_BelowZero_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Office().Add(At("2026-03-02 10:00 +01:00"), BusinessDuration.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Office().Subtract(At("2026-03-02 10:00 +01:00"), BusinessDuration.FromTicks(-1)));
    }

    [Fact]
    public void CalendarWithOneDayInItsLife_IsOpenThenAndNeverAgain()
    {
        var calendar = BusinessCalendar.Compile(
            Definition("UTC") with { Overrides = [new DatedOverride(Date("2060-06-01"), Hours("09:00-10:00"))] });
        Assert.Equal(At("2060-06-01 09:30 +00:00"), calendar.Add(At("1990-01-01 00:00 +00:00"), BusinessDuration.FromMinutes(30)));
        Assert.Equal(At("2060-06-01 09:30 +00:00"), calendar.Subtract(At("2110-01-01 00:00 +00:00"), BusinessDuration.FromMinutes(30)));
        Assert.Throws<CalendarRangeException>(() => calendar.NextOpening(At("2060-06-01 10:00 +00:00")));
        Assert.Throws<CalendarRangeException>(() => calendar.Subtract(At("2060-06-01 09:00 +00:00"), BusinessDuration.Zero));
    }

    [Fact]
    public void ManyUnevenWindows_OfAnyDay_AreFound() =>
        Gen.Select(Gen.Int[0, 86_399].HashSet[0, 200], Gen.Int[0, 7_200].HashSet[100, 1_000], Gen.Long[0, 3 * NodaConstants.TicksPerDay])
            .Sample(
                (wide, crowded, offset) =>
                {
                    var windows = wide.Union(crowded).Order().Chunk(2).Where(pair => pair.Length == 2).ToList();
                    IReadOnlyList<OpenHours> hours = [.. windows.Select(pair => OpenHours.Between(Time(pair[0]), Time(pair[1])))];
                    var definition = Definition("UTC") with
                    {
                        Week = new Dictionary<IsoDayOfWeek, IReadOnlyList<OpenHours>> { [IsoDayOfWeek.Friday] = hours },
                    };
                    var calendar = BusinessCalendar.Compile(definition);
                    var friday = At("2026-01-02 00:00 +00:00");
                    var at = friday + Duration.FromTicks(offset);
                    var expected = windows.Sum(pair =>
                        Math.Clamp(
                            offset - (pair[0] * NodaConstants.TicksPerSecond),
                            0,
                            (pair[1] - pair[0]) * NodaConstants.TicksPerSecond));
                    Assert.Equal(expected, calendar.Elapsed(friday, at).Ticks);
                    Assert.Equal(new SteppingCalendar(definition, [], Duration.FromSeconds(1)).IsOpen(at), calendar.IsOpen(at));
                    if (expected > 0)
                        Assert.Equal(expected, calendar.Elapsed(friday, calendar.Add(friday, BusinessDuration.FromTicks(expected))).Ticks);
                },
                iter: 100);

    [Fact]
    public void Questions_FromManyThreadsAboutManyYears_AgreeWithOneThread()
    {
        var (shared, alone) = (Office().Without([new Interval(At("2020-01-01 00:00 +00:00"), At("2020-02-01 00:00 +00:00"))]), Office());
        alone = alone.Without([new Interval(At("2020-01-01 00:00 +00:00"), At("2020-02-01 00:00 +00:00"))]);
        var starts = Enumerable.Range(0, 400).Select(i => At("1960-01-01 00:00 +00:00") + Duration.FromDays(i * 7919 % 50_000)).ToArray();
        var answers = new Instant[starts.Length];
        Parallel.For(0, starts.Length, i => answers[i] = shared.Add(starts[i], BusinessDuration.FromHours(i)));
        Assert.Equal(starts.Select((start, i) => alone.Add(start, BusinessDuration.FromHours(i))), answers);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(48)]
    [InlineData(288)]
    public void Size_OfFifteenYears_IsAtMost128Kibibytes(int windowsADay) =>
        Assert.InRange(FifteenYears("Europe/Berlin", windowsADay).Size, 1, 128 * 1024);

    /// <summary>
    /// 5,479 days and one behind them, of eight bytes; 8,612 marks over their open time, of two bytes; the one shape that all days of UTC
    /// have; and the working dates, as 86 words of eight bytes and 87 counts of four.
    /// </summary>
    [Theory]
    [InlineData(1, 2 * 8)] // its piece and one behind it
    [InlineData(6, (7 * 8) + (2 * 14 * 2))] // and 14 marks for each of the two ways to search so many
    public void Size_CountsEveryTable(int windowsADay, int shape) =>
        Assert.Equal((5480 * 8) + (8612 * 2) + shape + (86 * 8) + (87 * 4), FifteenYears("UTC", windowsADay).Size);

    private static Timeline FifteenYears(string zone, int windowsADay)
    {
        var window = 86_400 / windowsADay;
        IReadOnlyList<OpenHours> hours =
        [
            .. Enumerable.Range(0, windowsADay).Select(i => OpenHours.Between(Time(i * window), Time((i * window) + (window / 2)))),
        ];
        var week = Enumerable.Range(1, 7).ToDictionary(day => (IsoDayOfWeek)day, _ => hours);
        var compiled = CompiledCalendar.Of(Definition(zone) with { Week = week });
        var at = At("2026-01-01 00:00 +00:00").ToUnixTimeTicks();
        var timeline = compiled.Covering(at, at);
        Assert.Equal(5479, Duration.FromTicks(timeline.End - timeline.Start).Days);
        return timeline;
    }

    private static LocalTime Time(int second) => LocalTime.FromSecondsSinceMidnight(second);
}
