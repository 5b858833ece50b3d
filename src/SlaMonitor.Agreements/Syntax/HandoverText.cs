using NodaTime;
using NodaTime.Text;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Agreements.Syntax;

/// <summary>When a turn is handed over: <c>mon 09:00</c> every week, <c>09:00</c> every day.</summary>
internal sealed record HandoverText(IsoDayOfWeek? Day, LocalTime Time)
{
    public const string Pattern = "^((mon|tue|wed|thu|fri|sat|sun) )?([01][0-9]|2[0-3]):[0-5][0-9]$";

    private static readonly LocalTimePattern TimeOfDay = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static HandoverText? TryParse(string text)
    {
        var parts = text.Split(' ');
        if (parts.Length > 2 || !TimeOfDay.Parse(parts[^1]).TryGetValue(default, out var time)) return null;
        if (parts.Length == 1) return new HandoverText(null, time);
        return WeekdayNames.Find(parts[0]) is { } day ? new HandoverText(day, time) : null;
    }
}
