using NodaTime;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Monitoring.Agreements.Format;
using SlaMonitor.Monitoring.Agreements.Syntax;

namespace SlaMonitor.Monitoring.Agreements.Building;

/// <summary>Where in the file the parts of a calendar stand, by the path that <see cref="CalendarProblem"/> gives them.</summary>
internal sealed class CalendarPlaces(CalendarSection section)
{
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal)
    {
        ["week"] = section.PlaceOf("week"),
        ["holidays"] = section.PlaceOf("holidays"),
        ["overrides"] = section.PlaceOf("agreed"),
        ["timeZone"] = section.PlaceOf("timeZone"),
    };

    private int _overrides;

    public void Add(IsoDayOfWeek day, Located<DayRange> range, Items<Located<OpenHours>> windows)
    {
        var path = $"week.{DayRange.NameOf(day)}";
        _places[path] = range.Place;
        foreach (var (i, window) in windows.Values.Index()) _places[$"{path}[{i}]"] = window.Place;
    }

    public void Add(AgreedSection agreed)
    {
        var path = $"overrides[{_overrides++}]";
        _places[path] = agreed.Date!.Place;
        foreach (var (i, window) in agreed.Hours!.Values.Index()) _places[$"{path}.hours[{i}]"] = window.Place;
    }

    /// <summary>The place of a path, or of the nearest part around it that has one.</summary>
    public Place Of(string path)
    {
        for (var known = path; known.Length > 0; known = known[..Math.Max(0, known.AsSpan().LastIndexOfAny('.', '['))])
        {
            if (_places.TryGetValue(known, out var place)) return place;
        }

        return section.Place;
    }
}
