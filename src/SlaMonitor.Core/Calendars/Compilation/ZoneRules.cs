using NodaTime;
using NodaTime.TimeZones;

namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>What a zone's wall times are on the clock of the world, for someone who walks through the days in order.</summary>
/// <remarks>
/// Wall times are ticks as well: those of the instant that would show that time in UTC. The rules are NodaTime's lenient ones, asked of its
/// zone intervals directly because a calendar with many windows resolves tens of thousands of wall times.
/// </remarks>
internal sealed class ZoneRules
{
    private const long TicksPerDay = NodaConstants.TicksPerDay;

    /// <summary>
    /// How far after and before a transition a UTC day begins that knows nothing of it. A window is at most a day long, the day itself
    /// lasts a day, and the longest gap on record is a day (Apia, Kiritimati and Kwajalein crossed the date line).
    /// </summary>
    private const long SafeAfter = 2 * TicksPerDay;
    private const long SafeBefore = 3 * TicksPerDay;
    private const long Reach = 4 * TicksPerDay;

    private readonly (long Start, long End, long Offset)[] _intervals;
    private int _first;

    public ZoneRules(DateTimeZone zone, long from, long to)
    {
        var range = new Interval(Instant.FromUnixTimeTicks(from - (2 * Reach)), Instant.FromUnixTimeTicks(to + (2 * Reach)));
        _intervals = [.. zone.GetZoneIntervals(range, ZoneEqualityComparer.Options.OnlyMatchWallOffset).Select(interval => (
            interval.HasStart ? interval.Start.ToUnixTimeTicks() : long.MinValue / 2,
            interval.HasEnd ? interval.End.ToUnixTimeTicks() : long.MaxValue / 2,
            interval.WallOffset.Ticks))];
    }

    /// <summary>Goes to a UTC day, which must not lie before the last one.</summary>
    /// <returns>The offset that is in force for every window of the day, or null when a transition is near.</returns>
    public long? MoveTo(long dayStart)
    {
        while (_intervals[_first].End <= dayStart - Reach)
            _first++;
        var current = _first;
        while (_intervals[current].End <= dayStart)
            current++;
        var (start, end, offset) = _intervals[current];
        return dayStart - SafeAfter >= start && dayStart + SafeBefore <= end ? offset : null;
    }

    /// <summary>
    /// The instant of a wall time around the day: a time that a transition skipped moves forward by the length of the gap, and one that
    /// happens twice is the earlier of the two.
    /// </summary>
    public long Lenient(long wallTime)
    {
        var i = FirstNotOver(wallTime);
        return wallTime - _intervals[IsSkipped(wallTime, i) ? i - 1 : i].Offset;
    }

    /// <summary>
    /// Whether a date around the day exists. Without this question the windows of a date that the zone skipped would be moved onto the day
    /// after, and Apia's Friday that never was, 30 December 2011, would be worked on the Saturday.
    /// </summary>
    public bool HasDate(int day)
    {
        var midnight = day * TicksPerDay;
        var i = FirstNotOver(midnight);
        return !(IsSkipped(midnight, i) && IsSkipped(midnight + TicksPerDay - 1, i));
    }

    /// <summary>The first interval that does not end before the wall time: of two in which it happens, the earlier.</summary>
    private int FirstNotOver(long wallTime)
    {
        var i = _first;
        while (wallTime - _intervals[i].Offset >= _intervals[i].End)
            i++;
        return i;
    }

    private bool IsSkipped(long wallTime, int interval) =>
        interval > 0 && wallTime - _intervals[interval].Offset < _intervals[interval].Start;
}
