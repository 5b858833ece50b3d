using NodaTime;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>Compiles the days of a plan in a zone into a <see cref="Timeline"/>.</summary>
internal sealed class TimelineBuilder
{
    private const long TicksPerDay = NodaConstants.TicksPerDay;

    /// <summary>
    /// No wall clock is further from UTC, so a window that ends longer before the day or begins longer after it is none of its business.
    /// </summary>
    private static readonly long LargestOffset = Offset.MaxValue.Ticks;

    private readonly DayPlan _plan;
    private readonly ZoneRules _rules;
    private readonly DayShapes _shapes = new();
    private readonly Dictionary<(long Offset, OpenHours[] Before, OpenHours[] On, OpenHours[] After), ushort> _steady = [];
    private readonly List<(long Start, long End)> _windows = [];
    private readonly HashSet<int> _skippedDates = [];

    private TimelineBuilder(DayPlan plan, ZoneRules rules)
    {
        _plan = plan;
        _rules = rules;
    }

    public static Timeline Build(DayPlan plan, DateTimeZone zone, int firstDay, int endDay) =>
        new TimelineBuilder(plan, new ZoneRules(zone, firstDay * TicksPerDay, endDay * TicksPerDay)).Build(firstDay, endDay);

    private Timeline Build(int firstDay, int endDay)
    {
        var days = new ushort[endDay - firstDay];
        for (var i = 0; i < days.Length; i++)
            days[i] = ShapeOf(firstDay + i);
        var workingDates = new WorkingDates(
            firstDay, endDay - firstDay, day => _plan.HoursOn(day).Length > 0 && !_skippedDates.Contains(day));
        return Timeline.Lay(firstDay, days, _shapes.ToArray(), workingDates);
    }

    private ushort ShapeOf(int utcDay)
    {
        var dayStart = utcDay * TicksPerDay;
        if (_rules.MoveTo(dayStart) is not { } offset)
            return ShapeNearTransition(utcDay, dayStart);

        // The UTC day begins on this date in the zone and ends on it or on the next; the date before may reach in past midnight.
        var date = offset < 0 ? utcDay - 1 : utcDay;
        var key = (offset, _plan.HoursOn(date - 1), _plan.HoursOn(date), _plan.HoursOn(date + 1));
        if (_steady.TryGetValue(key, out var shape))
            return shape;

        _windows.Clear();
        for (var day = date - 1; day <= date + 1; day++)
        {
            var midnight = (day * TicksPerDay) - offset - dayStart;
            foreach (var hours in _plan.HoursOn(day))
                _windows.Add((midnight + Ticks(hours.StartSecond), midnight + Ticks(hours.EndSecond)));
        }

        return _steady[key] = _shapes.Intern(_windows);
    }

    /// <summary>
    /// Three dates back: a window may run on for a day past its own, an offset may be half a day behind, and a gap may move it on by a day.
    /// </summary>
    private ushort ShapeNearTransition(int utcDay, long dayStart)
    {
        _windows.Clear();
        for (var day = utcDay - 3; day <= utcDay + 1; day++)
        {
            if (!_rules.HasDate(day))
            {
                _skippedDates.Add(day);
                continue;
            }

            foreach (var hours in _plan.HoursOn(day))
            {
                var (opens, closes) = ((day * TicksPerDay) + Ticks(hours.StartSecond), (day * TicksPerDay) + Ticks(hours.EndSecond));
                if (closes + LargestOffset <= dayStart || opens - LargestOffset >= dayStart + TicksPerDay)
                    continue;
                var (start, end) = (_rules.Lenient(opens) - dayStart, _rules.Lenient(closes) - dayStart);
                if (start < TicksPerDay && end > 0)
                    _windows.Add((start, end));
            }
        }

        return _shapes.Intern(_windows);
    }

    private static long Ticks(int seconds) => seconds * NodaConstants.TicksPerSecond;
}
