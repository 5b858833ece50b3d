using System.Text.Json;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Conformance;

/// <summary>Makes a calendar of the <c>calendar</c> object that calendar cases and the policies of ticket cases have.</summary>
internal static class CalendarJson
{
    private static readonly string[] DayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public static BusinessCalendar Compile(JsonElement json)
    {
        CaseJson.AllowOnly(json, "calendar", "timeZone", "week", "holidays", "overrides");
        var definition = new CalendarDefinition
        {
            Id = "case",
            TimeZone = json.GetProperty("timeZone").GetString()!,
            Week = json.GetProperty("week").EnumerateObject().ToDictionary(day => DayOf(day.Name), day => HoursOf(day.Value)),
            Holidays = [new HolidayRule(new HolidayList { Name = "case", DaysOff = [.. HolidaysOf(json)] })],
            Overrides = [.. OverridesOf(json)],
        };
        try
        {
            return BusinessCalendar.Compile(definition);
        }
        catch (CalendarException refused)
        {
            throw new NotOursException($"calendar refused: {string.Join("; ", refused.Problems)}");
        }
    }

    private static IsoDayOfWeek DayOf(string name) =>
        Array.IndexOf(DayNames, name) is var index and >= 0
            ? (IsoDayOfWeek)(index + 1)
            : throw new NotOursException($"calendar.week.{name}");

    private static IReadOnlyList<OpenHours> HoursOf(JsonElement json) =>
        [.. json.EnumerateArray().Select(WindowOf).OrderBy(window => window.StartSecond)];

    private static OpenHours WindowOf(JsonElement json)
    {
        var text = $"{json[0].GetString()}-{json[1].GetString()}";
        return OpenHours.TryParse(text, out var hours) ? hours : throw new NotOursException($"window {text}");
    }

    private static IEnumerable<Holiday> HolidaysOf(JsonElement json) =>
        json.TryGetProperty("holidays", out var dates)
            ? dates.EnumerateArray().Select(CaseJson.DateOf).Distinct().Select(date => new Holiday(date, "holiday"))
            : [];

    private static IEnumerable<DatedOverride> OverridesOf(JsonElement json) =>
        json.TryGetProperty("overrides", out var overrides)
            ? overrides.EnumerateArray()
                .Select(dated => new DatedOverride(CaseJson.DateOf(dated.GetProperty("date")), HoursOf(dated.GetProperty("hours"))))
            : [];
}
