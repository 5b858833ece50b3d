using System.Text.RegularExpressions;
using NodaTime;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Agreements.Syntax;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Agreements.Building;

/// <summary>Where in the file the parts of a calendar stand, by the path that <see cref="CalendarProblem"/> gives them.</summary>
internal sealed partial class CalendarPlaces(CalendarSection section)
{
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal)
    {
        ["week"] = section.PlaceOf("week"),
        ["holidays"] = section.PlaceOf("holidays"),
    };

    private int _overrides;
    private int _yearlyOverrides;

    public void Add(IsoDayOfWeek day, Located<DayRange> range, Items<Located<OpenHours>> windows)
    {
        var path = $"week.{WeekdayNames.Of(day)}";
        _places[path] = range.Place;
        foreach (var (i, window) in windows.Values.Index()) _places[$"{path}[{i}]"] = window.Place;
    }

    public void Add(AgreedSection agreed)
    {
        var path = agreed.Date is null ? $"yearlyOverrides[{_yearlyOverrides++}]" : $"overrides[{_overrides++}]";
        _places[path] = agreed.Date?.Place ?? agreed.Each!.Place;
        foreach (var (i, window) in agreed.Hours!.Values.Index()) _places[$"{path}.hours[{i}]"] = window.Place;
    }

    /// <summary>A message in which paths are lines of the file.</summary>
    public string InWords(string message) => Path().Replace(message, match => $"on line {Of(match.Groups["path"].Value).Line}");

    /// <summary>The place of a path, or of the nearest part around it that has one.</summary>
    public Place Of(string path)
    {
        for (var known = path; known.Length > 0; known = known[..Math.Max(0, known.AsSpan().LastIndexOfAny('.', '['))])
        {
            if (_places.TryGetValue(known, out var place)) return place;
        }

        return section.Place;
    }

    [GeneratedRegex(
        @"(\bin )?\b(?<path>(week|overrides|yearlyOverrides|holidays)(\.\w+|\[\d+\])+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Path();
}
