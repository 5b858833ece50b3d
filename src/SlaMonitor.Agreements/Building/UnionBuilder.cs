using NodaTime;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Agreements.Syntax;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Agreements.Building;

/// <summary>
/// Builds the calendars that are unions of others. Those may stand before or after them in the file, and be unions themselves.
/// </summary>
/// <param name="problems">Where mistakes are reported.</param>
/// <param name="own">All calendars by name; those with hours of their own are built.</param>
/// <param name="unions">The unions by name.</param>
/// <param name="zone">The agreement's zone; <c>null</c> where it has a mistake.</param>
internal sealed class UnionBuilder(
    Problems problems, References<BuiltCalendar> own, IReadOnlyDictionary<string, CalendarSection> unions, DateTimeZone? zone)
{
    private static readonly string[] OwnHours = ["week", "holidays", "agreed"];

    private readonly Dictionary<string, BuiltCalendar?> _built = new(StringComparer.Ordinal);
    private readonly List<string> _under = [];

    /// <returns>The calendar; <c>null</c> where it, or one of those that it joins, has a mistake.</returns>
    public BuiltCalendar? Build(string name)
    {
        if (_built.TryGetValue(name, out var known)) return known;

        _under.Add(name);
        var built = Build(name, unions[name]);
        _under.Remove(name);
        return _built[name] = built;
    }

    private BuiltCalendar? Build(string name, CalendarSection section)
    {
        foreach (var key in OwnHours.Where(section.KeyPlaces.ContainsKey))
        {
            problems.Error(
                section.PlaceOf(key),
                $"'{key}' is for a calendar with hours of its own, which a union has not; write it in one of its calendars");
        }

        if (section.Union is not { IsComplete: true } named) return null;
        if (named.Values.Count < 2)
        {
            problems.Error(named.Place, "a union joins at least two calendars; name them, as in union: [asia, europe]");
            return null;
        }

        var members = named.Values.Select(Member).ToList();
        foreach (var twice in named.Values.GroupBy(member => member.Value.Value, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
            problems.Error(twice.Place, $"'{twice.Value}' is named twice; leave one out");

        var dayLength = CalendarBuilder.GivenDayLength(section, problems);
        if (zone is null || members.Contains(null)) return null;

        return new BuiltCalendar(
            BusinessCalendar.Compile(new CalendarDefinition
            {
                Id = name,
                TimeZone = (section.TimeZone?.Value ?? zone).Id,
                Union = [.. members.Select(member => member!.Calendar.Definition)],
            }),
            dayLength);
    }

    private BuiltCalendar? Member(Located<Name> member)
    {
        if (!unions.ContainsKey(member.Value.Value)) return own.Find(member);
        if (!_under.Contains(member.Value.Value, StringComparer.Ordinal)) return Build(member.Value.Value);

        problems.Error(member.Place, $"'{member.Value}' would be a part of itself; leave it out");
        return null;
    }
}
