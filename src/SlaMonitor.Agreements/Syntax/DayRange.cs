using NodaTime;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Agreements.Syntax;

/// <summary>Days of the week: <c>mon-fri</c>, <c>sat</c>, <c>mon, wed, fri</c>, <c>fri-mon</c>.</summary>
internal sealed record DayRange(IReadOnlyList<IsoDayOfWeek> Days)
{
    private const string Day = "(mon|tue|wed|thu|fri|sat|sun)";

    public const string Pattern = $"^{Day}(-{Day})?(, ?{Day}(-{Day})?)*$";

    public static DayRange? TryParse(string text)
    {
        var days = new List<IsoDayOfWeek>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries);
            if (ends.Length > 2 || WeekdayNames.Find(ends[0]) is not { } first || WeekdayNames.Find(ends[^1]) is not { } last) return null;
            for (var day = first; ; day = (IsoDayOfWeek)(((int)day % 7) + 1))
            {
                days.Add(day);
                if (day == last) break;
            }
        }

        return new DayRange(days);
    }
}
