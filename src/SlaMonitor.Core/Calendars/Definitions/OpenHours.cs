using System.Globalization;
using System.Runtime.InteropServices;
using NodaTime;

namespace SlaMonitor.Core.Calendars.Definitions;

/// <summary>
/// One window of a day during which a calendar is open, in wall time and to the second: <c>09:00-18:00</c>. It is half-open: open at its
/// first second, closed at its last.
/// </summary>
/// <remarks>
/// A window whose end is not later than its start runs past midnight into the next day (<c>22:00-06:00</c>) and belongs to the day on which
/// it starts. <c>24:00</c> is the end of the day; the whole day is <c>00:00-24:00</c>. A window is never longer than a day.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct OpenHours
{
    internal const int SecondsPerDay = NodaConstants.SecondsPerDay;

    private OpenHours(int startSecond, int endSecond)
    {
        StartSecond = startSecond;
        EndSecond = endSecond;
    }

    /// <summary>The whole day, <c>00:00-24:00</c>.</summary>
    public static OpenHours AllDay { get; } = new(0, SecondsPerDay);

    /// <summary>Seconds from the starting day's midnight to the opening, 0 to 86,399.</summary>
    public int StartSecond { get; }

    /// <summary>
    /// Seconds from the starting day's midnight to the closing; 86,400 is 24:00, and more than that lies in the next day.
    /// </summary>
    public int EndSecond { get; }

    /// <summary>Wall time of the opening.</summary>
    public LocalTime Start => LocalTime.FromSecondsSinceMidnight(StartSecond);

    /// <summary>Wall time of the closing; midnight for <c>24:00</c>.</summary>
    public LocalTime End => LocalTime.FromSecondsSinceMidnight(EndSecond % SecondsPerDay);

    /// <summary>Whether the window runs into the next day.</summary>
    public bool PastMidnight => EndSecond > SecondsPerDay;

    internal bool IsEmpty => EndSecond <= StartSecond;

    /// <summary>Makes a window of two wall times; an end that is not later than the start lies in the next day.</summary>
    /// <exception cref="ArgumentException">Start and end are the same, or one of them has a fraction of a second.</exception>
    public static OpenHours Between(LocalTime start, LocalTime end)
    {
        if (start.NanosecondOfSecond != 0 || end.NanosecondOfSecond != 0)
            throw new ArgumentException("Opening hours are exact to the second: leave out the fraction.", nameof(start));
        var from = (int)(start.TickOfDay / NodaConstants.TicksPerSecond);
        var to = (int)(end.TickOfDay / NodaConstants.TicksPerSecond);
        if (from == to)
            throw new ArgumentException(SameTime($"{start:HH:mm}-{end:HH:mm}"), nameof(end));
        return new OpenHours(from, to > from ? to : to + SecondsPerDay);
    }

    /// <summary>Reads <c>09:00-18:00</c>, <c>22:00-06:00</c>, <c>00:00-24:00</c> or <c>09:00:30-17:00</c>.</summary>
    /// <exception cref="FormatException">The text is not such a window; the message says why and what would be right.</exception>
    public static OpenHours Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var problem = Read(text, out var hours);
        return problem is null ? hours : throw new FormatException(problem);
    }

    /// <summary>Reads a window as <see cref="Parse"/> does; false when it is none.</summary>
    public static bool TryParse(string? text, out OpenHours hours)
    {
        hours = default;
        return text is not null && Read(text, out hours) is null;
    }

    /// <summary>The window as it is written in an agreement: <c>09:00-18:00</c>.</summary>
    public override string ToString() => $"{Write(StartSecond)}-{Write(EndSecond > SecondsPerDay ? EndSecond - SecondsPerDay : EndSecond)}";

    private static string? Read(string text, out OpenHours hours)
    {
        hours = default;
        var parts = text.Split('-', '–');
        if (parts.Length != 2)
            return $"'{text}' is not a window of opening hours: write start and end, such as 09:00-18:00.";
        if (ReadTime(parts[0]) is not { } start)
            return $"'{parts[0].Trim()}' in '{text}' is not a time of day: write 00:00 to 23:59, with seconds if need be.";
        if (ReadTime(parts[1]) is not { } end)
            return $"'{parts[1].Trim()}' in '{text}' is not a time of day: write 00:00 to 24:00, with seconds if need be.";
        if (start == SecondsPerDay)
            return $"'{text}' starts at 24:00: write 00:00 on the day after.";
        if (start == end)
            return SameTime(text);
        hours = new OpenHours(start, end > start ? end : end + SecondsPerDay);
        return null;
    }

    private static string SameTime(string text) =>
        $"'{text}' starts where it ends: write 00:00-24:00 for the whole day, or leave the window out.";

    private static int? ReadTime(string text)
    {
        var parts = text.Trim().Split(':');
        if (parts.Length is < 2 or > 3 || parts[0].Length is 0 or > 2 || parts.Skip(1).Any(part => part.Length != 2))
            return null;
        Span<int> numbers = [0, 0, 0];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                return null;
        }

        var second = (numbers[0] * NodaConstants.SecondsPerHour) + (numbers[1] * NodaConstants.SecondsPerMinute) + numbers[2];
        return numbers[1] < 60 && numbers[2] < 60 && second <= SecondsPerDay ? second : null;
    }

    private static string Write(int second)
    {
        var time = $"{second / NodaConstants.SecondsPerHour:D2}:{second / NodaConstants.SecondsPerMinute % 60:D2}";
        return second % NodaConstants.SecondsPerMinute == 0 ? time : $"{time}:{second % NodaConstants.SecondsPerMinute:D2}";
    }
}
