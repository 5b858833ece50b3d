using CsCheck;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Core.Tests.Calendars;

/// <summary>
/// A random calendar, and an instant around which it has holidays, overrides, exclusions and often a transition of its zone.
/// </summary>
internal sealed record Scenario(CalendarDefinition Definition, Instant Center, IReadOnlyList<Interval> Exclusions)
{
    private static readonly string[] Zones =
    [
        "Australia/Lord_Howe", "Pacific/Apia", "Africa/Cairo", "Antarctica/Troll", "Pacific/Kiritimati", "Pacific/Kwajalein",
        "Asia/Shanghai", "Europe/Berlin", "Europe/Dublin", "America/Sao_Paulo", "America/St_Johns", "America/Los_Angeles",
        "Africa/Casablanca", "Asia/Gaza", "Asia/Kathmandu", "UTC",
    ];

    private static readonly Interval Years = new(Instant.FromUtc(1990, 1, 1, 0, 0), Instant.FromUtc(2060, 1, 1, 0, 0));

    /// <summary>All edges and the center on whole seconds.</summary>
    public static Gen<Scenario> ToTheSecond { get; } = Make(1);

    /// <summary>All edges and the center on whole minutes.</summary>
    public static Gen<Scenario> ToTheMinute { get; } = Make(60);

    public BusinessCalendar Compile() => BusinessCalendar.Compile(Definition);

    public BusinessCalendar CompileWithExclusions() => Compile().Without(Exclusions);

    public override string ToString() =>
        $"{Definition.TimeZone} around {Center}: "
        + $"{string.Join("; ", Definition.Week.Select(day => $"{day.Key} {string.Join(',', day.Value)}"))}; " +
        $"off {string.Join(',', Definition.Holidays.SelectMany(rule => rule.List.DaysOff))}; " +
        $"overrides {string.Join(';', Definition.Overrides.Select(dated => $"{dated.Date} {string.Join(',', dated.Hours)}"))}; "
        + $"yearly {string.Join(';', Definition.YearlyOverrides.Select(one => $"{one.Each.Name} {string.Join(',', one.Hours)}"))}; "
        + $"without {string.Join(',', Exclusions)}";

    private static Gen<Scenario> Make(int unit) =>
        from zone in Gen.OneOf(Zones)
        from center in Centers(zone, unit)
        from week in Weeks(unit)
        from rule in Rules(center)
        from overrides in Overrides(center, unit)
        from yearly in Yearly(center, unit)
        from exclusions in Exclude(center, unit)
        select new Scenario(
            new CalendarDefinition
            {
                Id = "random",
                TimeZone = zone,
                Week = week,
                Holidays = [rule],
                Overrides = overrides,
                YearlyOverrides = yearly,
            },
            center,
            exclusions);

    private static Gen<Instant> Centers(string zone, int unit)
    {
        var transitions = DateTimeZoneProviders.Tzdb[zone].GetZoneIntervals(Years)
            .Where(interval => interval.HasStart && Years.Contains(interval.Start)).Select(interval => interval.Start).ToArray();
        var anywhere = Gen.Long[0, (long)Years.Duration.TotalSeconds / unit].Select(
            units => Years.Start + Duration.FromSeconds(units * unit));
        if (transitions.Length == 0)
            return anywhere;
        var near = Gen.Select(Gen.OneOf(transitions), Gen.Int[-3600 * 36 / unit, 3600 * 36 / unit])
            .Select((transition, units) => transition + Duration.FromSeconds(units * unit));
        return Gen.Frequency((1, anywhere), (2, near));
    }

    private static Gen<IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<OpenHours>>> Weeks(int unit) =>
        Gen.Bool.SelectMany(nights => DayHours(unit, nights).Array[7].Where(days => days.Any(hours => hours.Count > 0)))
            .Select(IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<OpenHours>> (days) =>
                days.Index().ToDictionary(day => (IsoDayOfWeek)(day.Index + 1), day => day.Item));

    /// <summary>
    /// With nights, days begin at five at the earliest and may run on until five of the next morning, so that they never overlap.
    /// </summary>
    private static Gen<IReadOnlyList<OpenHours>> DayHours(int unit, bool nights)
    {
        const int Five = 5 * 3600;
        var earliest = nights ? Five / unit : 0;
        var latest = (nights ? 86_400 + Five : 86_400) / unit;
        var windows = Gen.Int[earliest, latest].HashSet[0, 8].Select(IReadOnlyList<OpenHours> (cuts) =>
            [.. cuts.Order().Chunk(2).Where(pair => pair.Length == 2 && pair[0] * unit < 86_400 && pair[1] - pair[0] < 86_400 / unit)
                .Select(pair =>
                    OpenHours.Parse(
                        $"{Time(pair[0] * unit)}-{Time(pair[1] * unit > 86_400 ? (pair[1] * unit) - 86_400 : pair[1] * unit)}"))]);
        IReadOnlyList<OpenHours> none = [];
        IReadOnlyList<OpenHours> office = [OpenHours.Parse("09:00-18:00")];
        IReadOnlyList<OpenHours> all = [OpenHours.AllDay];
        return Gen.Frequency((4, windows), (1, Gen.Const(none)), (1, Gen.Const(office)), (nights ? 0 : 1, Gen.Const(all)));
    }

    private static string Time(int second) => $"{second / 3600:D2}:{second / 60 % 60:D2}:{second % 60:D2}";

    private static Gen<LocalDate> Dates(Instant center) =>
        Gen.Int[-12, 12].Select(days => center.InUtc().Date.PlusDays(days));

    private static Gen<HolidayRule> Rules(Instant center) =>
        Gen.Select(Dates(center).HashSet[0, 6], Gen.Int[0, 6], Gen.Bool, Gen.Enum<ClosedOn>(), Gen.Enum<MakeUpDays>())
            .Select((dates, split, statutory, closedOn, makeUp) => new HolidayRule(
                new HolidayList
                {
                    Name = "random",
                    DaysOff = [.. dates.Take(split).Select((date, index) => new Holiday(date, "off", statutory || index % 2 == 0))],
                    MakeUpDays = [.. dates.Skip(split).Select(date => new MakeUpDay(date, "work"))],
                },
                closedOn,
                makeUp));

    private static Gen<IReadOnlyList<DatedOverride>> Overrides(Instant center, int unit) =>
        Gen.Select(Dates(center).HashSet[0, 4], DayHours(unit, nights: true).Array[4])
            .Select(
                IReadOnlyList<DatedOverride> (dates, hours) => [.. dates.Select((date, index) => new DatedOverride(date, hours[index]))]);

    private static Gen<IReadOnlyList<YearlyOverride>> Yearly(Instant center, int unit) =>
        Gen.Select(Dates(center), Gen.Bool, DayHours(unit, nights: true)).Array[0, 3].Select(
            IReadOnlyList<YearlyOverride> (days) => [.. days.Select(day => new YearlyOverride(EachOf(day.Item1, day.Item2), day.Item3))
                .DistinctBy(yearly => yearly.Each)]);

    private static YearlyDate EachOf(LocalDate date, bool byWeekday) => byWeekday
        ? new YearlyDate.OnWeekday(Math.Min((date.Day + 6) / 7, YearlyDate.OnWeekday.Last), date.DayOfWeek, date.Month)
        : new YearlyDate.OnDay(new AnnualDate(date.Month, date.Day));

    private static Gen<IReadOnlyList<Interval>> Exclude(Instant center, int unit) =>
        Gen.Select(Gen.Int[-300_000 / unit, 300_000 / unit], Gen.Int[0, 90_000 / unit]).Array[0, 4]
            .Select(IReadOnlyList<Interval> (spans) =>
                [.. spans.Select(span =>
                    new Interval(
                        center + Duration.FromSeconds(span.Item1 * unit),
                        center + Duration.FromSeconds((span.Item1 + span.Item2) * unit)))]);
}
