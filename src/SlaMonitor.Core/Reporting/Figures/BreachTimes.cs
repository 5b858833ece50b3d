using NodaTime;

namespace SlaMonitor.Core.Reporting.Figures;

/// <summary>When promises broke: how many in each hour of each weekday, in the agreement's zone.</summary>
public sealed class BreachTimes
{
    private const int HoursOfDay = 24;
    private readonly int[] _counts = new int[7 * HoursOfDay];

    /// <summary>How many broke in an hour of a weekday.</summary>
    /// <param name="day">The weekday.</param>
    /// <param name="hour">From 0 to 23.</param>
    public int this[IsoDayOfWeek day, int hour] => _counts[IndexOf(day, hour)];

    /// <summary>How many broke on a weekday.</summary>
    public int On(IsoDayOfWeek day) => Enumerable.Range(0, HoursOfDay).Sum(hour => this[day, hour]);

    internal void Add(LocalDateTime at) => _counts[IndexOf(at.DayOfWeek, at.Hour)]++;

    private static int IndexOf(IsoDayOfWeek day, int hour) => (((int)day - 1) * HoursOfDay) + hour;
}
