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
    /// <param name="calendars">The calendars.</param>
    /// <param name="removed">The calendars that the amendment removes.</param>
    /// <param name="zone">The agreement's zone; <c>null</c> where it has a mistake.</param>
    public References<BuiltCalendar> Build(
        Entries<Name, CalendarSection>? calendars, Items<Located<Name>>? removed, DateTimeZone? zone)
    {
        var entries = (calendars?.Values ?? []).Select(entry => (Name: entry.Key.Value.Value, Section: entry.Value)).ToList();
        var own = new References<BuiltCalendar>("calendar", calendars is not null, problems, removed);
        foreach (var (name, section) in entries)
        {
            if (section is { IsShorthand: false, IsUnion: false, Week: null } && !section.KeyPlaces.ContainsKey("week"))
                problems.Error(
                    section.Place,
                    "a calendar needs 'week': the hours of each day of the week; or 'union': the calendars whose hours it has together");
            own.Add(name, section is null || section.IsUnion || zone is null ? null : Build(name, section, zone));
        }

        var unions = new UnionBuilder(
            problems, own,
            entries.Where(entry => entry.Section?.IsUnion == true)
                .ToDictionary(entry => entry.Name, entry => entry.Section!, StringComparer.Ordinal),
            zone);
        var good = own.Good;
        var built = new References<BuiltCalendar>("calendar", calendars is not null, problems, removed);
        foreach (var (name, section) in entries)
            built.Add(name, section?.IsUnion == true ? unions.Build(name) : good.GetValueOrDefault(name));
        return built;
    }

    /// <summary>How long a section says that a day is, where it does, and can be.</summary>
    public static BusinessDuration? GivenDayLength(CalendarSection section, Problems problems)
    {
        if (section.DayLength is not { } given) return null;
        if (given.Value is { Days: 0, Seconds: > 0 and <= NodaConstants.SecondsPerDay })
            return BusinessDuration.FromSeconds(given.Value.Seconds);

        problems.Error(given.Place, $"a day cannot be {given.Value} long; write hours, as in 9h");
        return null;
    }

    private BuiltCalendar? Build(string id, CalendarSection section, DateTimeZone agreementZone)
    {
        var zone = section.TimeZone?.Value ?? agreementZone;
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
        };
        foreach (var agreed in section.Agreed?.Values ?? []) definition = Agree(definition, agreed, places);

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
                        $"{WeekdayNames.Of(day)} has its hours already on line {places.Of($"week.{WeekdayNames.Of(day)}").Line}; "
                        + "keep one of the two");
            }
        }

        return hours;
    }

    private CalendarDefinition Agree(CalendarDefinition definition, AgreedSection agreed, CalendarPlaces places)
    {
        var isDated = agreed.KeyPlaces.ContainsKey("date");
        if (isDated == agreed.KeyPlaces.ContainsKey("each"))
        {
            problems.Error(
                isDated ? agreed.PlaceOf("each") : agreed.Place,
                isDated
                    ? "'date' is a single day, and 'each' one of every year; keep one of the two"
                    : "an agreed date needs 'date', as in 2026-12-24; or 'each', as in 12-24, for one of every year");
            return definition;
        }

        if (agreed.Hours is not { } windows || (agreed.Date is null && agreed.Each is null)) return definition;

        places.Add(agreed);
        OpenHours[] hours = [.. windows.Values.Select(window => window.Value)];
        var (reason, approvedBy) = (agreed.Reason?.Value, agreed.ApprovedBy?.Value);
        return agreed.Date is { } date
            ? definition with { Overrides = [.. definition.Overrides, new DatedOverride(date.Value, hours, reason, approvedBy)] }
            : definition with
            {
                YearlyOverrides = [.. definition.YearlyOverrides, new YearlyOverride(agreed.Each!.Value, hours, reason, approvedBy)],
            };
    }

    private BusinessDuration? DayLength(CalendarSection section, CalendarDefinition definition)
    {
        if (GivenDayLength(section, problems) is { } given) return given;

        var lengths = definition.Week.Values
            .Select(day => day.Sum(window => window.EndSecond - window.StartSecond))
            .Where(seconds => seconds > 0)
            .Distinct()
            .ToArray();
        return lengths.Length == 1 ? BusinessDuration.FromSeconds(lengths[0]) : null;
    }
}
