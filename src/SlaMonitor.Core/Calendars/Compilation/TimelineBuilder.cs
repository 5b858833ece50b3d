using NodaTime;

namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>Compiles the days of a plan in a zone into a <see cref="Timeline"/>.</summary>
internal sealed class TimelineBuilder(DayPlan plan, DateTimeZone zone)
{
    private readonly ZoneRules _rules = new(zone);
    private readonly DayShapes _shapes = new();
    private readonly Dictionary<(long Offset, OpenHours[] Before, OpenHours[] On, OpenHours[] After), ushort> _steady = [];
    private readonly List<(long Start, long End)> _windows = [];

    public static Timeline Build(DayPlan plan, DateTimeZone zone, int firstDay, int dayCount) =>
        new TimelineBuilder(plan, zone).Build(firstDay, dayCount);

    private Timeline Build(int firstDay, int dayCount)
    {
        var days = new long[dayCount + 1];
        long openSeconds = 0;
        for (var i = 0; i < dayCount; i++)
        {
            var shape = ShapeOf(firstDay + i);
            days[i] = Timeline.Pack(openSeconds, shape);
            openSeconds += _shapes.OpenTicks(shape) / NodaConstants.TicksPerSecond;
        }

        days[dayCount] = Timeline.Pack(openSeconds, DayShapes.Closed);
        var (pieces, firstPiece) = _shapes.Flatten();
        return new Timeline(firstDay, days, pieces, firstPiece);
    }

    private ushort ShapeOf(int utcDay)
    {
        var dayStart = utcDay * NodaConstants.TicksPerDay;
        if (_rules.SteadyOffset(dayStart) is not { } offset)
            return ShapeNearTransition(utcDay, dayStart);

        // The UTC day begins on this date in the zone and ends on it or on the next; the date before may reach in past midnight.
        var date = offset < 0 ? utcDay - 1 : utcDay;
        var key = (offset, plan.HoursOn(date - 1), plan.HoursOn(date), plan.HoursOn(date + 1));
        if (_steady.TryGetValue(key, out var shape))
            return shape;

        _windows.Clear();
        for (var day = date - 1; day <= date + 1; day++)
        {
            var midnight = (day * NodaConstants.TicksPerDay) - offset - dayStart;
            foreach (var hours in plan.HoursOn(day))
                _windows.Add((midnight + Ticks(hours.StartSecond), midnight + Ticks(hours.EndSecond)));
        }

        return _steady[key] = _shapes.Intern(_windows);
    }

    /// <summary>Three dates either way, as a transition of a whole day may lie in between.</summary>
    private ushort ShapeNearTransition(int utcDay, long dayStart)
    {
        _windows.Clear();
        for (var day = utcDay - 3; day <= utcDay + 3; day++)
        {
            var date = DayPlan.DateOf(day);
            if (!_rules.HasDate(date))
                continue;
            foreach (var hours in plan.HoursOn(day))
            {
                _windows.Add((
                    _rules.Lenient(date.AtMidnight().PlusSeconds(hours.StartSecond)) - dayStart,
                    _rules.Lenient(date.AtMidnight().PlusSeconds(hours.EndSecond)) - dayStart));
            }
        }

        return _shapes.Intern(_windows);
    }

    private static long Ticks(int seconds) => seconds * NodaConstants.TicksPerSecond;
}
