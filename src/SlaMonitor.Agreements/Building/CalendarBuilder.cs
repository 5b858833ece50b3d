using NodaTime;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Agreements.Syntax;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Agreements.Building;

/// <summary>Builds the calendars of an agreement, and brings their mistakes back to the lines that made them.</summary>
internal sealed class CalendarBuilder(Problems problems, HolidayRuleBuilder holidays)
{
    public References<BuiltCalendar> Build(Entries<Name, CalendarSection>? calendars, DateTimeZone? zone)
    {
        var built = new References<BuiltCalendar>("calendar", calendars is not null, problems);
        foreach (var (name, section) in calendars?.Values ?? [])
            built.Add(
                name.Value.Value,
                section is null || zone is null ? null : Build(name.Value.Value, section, section.TimeZone?.Value ?? zone));
        return built;
    }

    private BuiltCalendar? Build(string id, CalendarSection section, DateTimeZone zone)
    {
        if (section.IsShorthand)
            return new BuiltCalendar(BusinessCalendar.Compile(CalendarDefinition.Always(id, zone.Id)), BusinessDuration.FromHours(24));

        var rules = holidays.Build(section.Holidays, zone);

        // A day that could not be read is reported already; a calendar without it would only make for complaints about something else.
        if (section.Week is not { IsComplete: true } week || !week.Values.All(entry => entry.Value is { IsComplete: true })) return null;

        var places = new CalendarPlaces(section);
        var definition = new CalendarDefinition
        {
            Id = id,
            TimeZone = zone.Id,
            Week = Week(week, places),
            Holidays = rules,
            Overrides = [.. (section.Agreed?.Values ?? []).SelectMany(agreed => Override(agreed, places))],
        };

        var found = BusinessCalendar.Check(definition);
        foreach (var problem in found) problems.Error(places.Of(problem.Path), places.InWords(problem.Message.TrimEnd('.')));
        return found.Count > 0 ? null : new BuiltCalendar(BusinessCalendar.Compile(definition), DayLength(section, definition));
    }

    private Dictionary<IsoDayOfWeek, IReadOnlyList<OpenHours>> Week(
        Entries<DayRange, Items<Located<OpenHours>>> week, CalendarPlaces places)
    {
        var hours = new Dictionary<IsoDayOfWeek, IReadOnlyList<OpenHours>>();
        foreach (var (range, windows) in week.Values)
        {
            foreach (var day in range.Value.Days)
            {
                if (hours.TryAdd(day, [.. windows!.Values.Select(window => window.Value)]))
                    places.Add(day, range, windows);
                else
                    problems.Error(
                        range.Place,
                        $"{DayRange.NameOf(day)} has its hours already on line {places.Of($"week.{DayRange.NameOf(day)}").Line}; "
                        + "keep one of the two");
            }
        }

        return hours;
    }

    private static IEnumerable<DatedOverride> Override(AgreedSection agreed, CalendarPlaces places)
    {
        if (agreed is not { Date: { } date, Hours: { } hours }) yield break;
        places.Add(agreed);
        yield return new DatedOverride(
            date.Value, [.. hours.Values.Select(window => window.Value)], agreed.Reason?.Value, agreed.ApprovedBy?.Value);
    }

    private BusinessDuration? DayLength(CalendarSection section, CalendarDefinition definition)
    {
        if (section.DayLength is { } given)
        {
            if (given.Value is { Days: 0, Seconds: > 0 and <= NodaConstants.SecondsPerDay })
                return BusinessDuration.FromSeconds(given.Value.Seconds);
            problems.Error(given.Place, $"a day cannot be {given.Value} long; write hours, as in 9h");
        }

        var lengths = definition.Week.Values
            .Select(day => day.Sum(window => window.EndSecond - window.StartSecond))
            .Where(seconds => seconds > 0)
            .Distinct()
            .ToArray();
        return lengths.Length == 1 ? BusinessDuration.FromSeconds(lengths[0]) : null;
    }
}
