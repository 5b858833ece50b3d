using System.Collections.ObjectModel;
using NodaTime;

namespace SlaMonitor.Core.Calendars.Definitions;

/// <summary>
/// A service calendar as an agreement writes it. A dated override beats a yearly one, that a holiday, a holiday a make-up day, and all of
/// them beat the week. Or it is a union, open whenever one of others is.
/// </summary>
/// <remarks>
/// It is data and may hold mistakes; <see cref="BusinessCalendar.Check"/> finds them and
/// <see cref="BusinessCalendar.Compile(CalendarDefinition)"/> refuses them.
/// </remarks>
public sealed record CalendarDefinition
{
    /// <summary>What targets call the calendar.</summary>
    public required string Id { get; init; }

    /// <summary>The IANA zone whose wall time the hours are in, such as <c>Asia/Shanghai</c>.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The windows of each weekday, earliest first. A weekday that is missing or empty is closed.</summary>
    public IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<OpenHours>> Week { get; init; } =
        ReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<OpenHours>>.Empty;

    /// <summary>The holiday lists that close the calendar.</summary>
    public IReadOnlyList<HolidayRule> Holidays { get; init; } = [];

    /// <summary>Dates with hours of their own; each date once.</summary>
    public IReadOnlyList<DatedOverride> Overrides { get; init; } = [];

    /// <summary>Dates of every year with hours of their own. Of two that meet in a year, the later one counts.</summary>
    public IReadOnlyList<YearlyOverride> YearlyOverrides { get; init; } = [];

    /// <summary>
    /// The calendars that it is the union of, each in its own zone: it is open whenever one of them is. Empty for a calendar with hours of
    /// its own; a union has none.
    /// </summary>
    public IReadOnlyList<CalendarDefinition> Union { get; init; } = [];

    /// <summary>A calendar that never closes (<c>24x7</c>).</summary>
    /// <param name="id">What targets call it.</param>
    /// <param name="timeZone">The IANA zone in which its dates are counted.</param>
    public static CalendarDefinition Always(string id, string timeZone) => EveryDay(id, timeZone, OpenHours.AllDay);

    /// <summary>A calendar with the same hours on every day of the year.</summary>
    /// <param name="id">What targets call it.</param>
    /// <param name="timeZone">The IANA zone whose wall time the hours are in.</param>
    /// <param name="hours">The hours.</param>
    public static CalendarDefinition EveryDay(string id, string timeZone, OpenHours hours) => new()
    {
        Id = id,
        TimeZone = timeZone,
        Week = Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None)
            .ToDictionary(day => day, IReadOnlyList<OpenHours> (_) => [hours]),
    };
}
