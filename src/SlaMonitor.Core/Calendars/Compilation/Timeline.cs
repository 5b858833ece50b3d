using NodaTime;

namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>A calendar compiled for a run of UTC days: the open time before each day, and the shape of each day.</summary>
/// <remarks>
/// UTC days all have the same length, so an instant finds its day by one division, however long the timeline is. In the other direction
/// landmarks over the open time lead to the day.
/// </remarks>
internal sealed class Timeline : OpenTime
{
    private const long TicksPerDay = NodaConstants.TicksPerDay;

    /// <summary>The days, and behind them one that never opens.</summary>
    private readonly Day[] _days;
    private readonly DayShape[] _shapes;
    private readonly Landmarks<Day, Day.ByOpenTime> _byOpenTime;

    private Timeline(int firstDay, Day[] days, DayShape[] shapes, WorkingDates workingDates)
        : base(firstDay * TicksPerDay, (firstDay + days.Length - 1) * TicksPerDay, days[^1].OpenBefore)
    {
        _days = days;
        _shapes = shapes;
        _byOpenTime = new Landmarks<Day, Day.ByOpenTime>(days);
        WorkingDates = workingDates;
    }

    public WorkingDates WorkingDates { get; }

    /// <summary>Bytes that the tables take.</summary>
    public long Size => (_days.Length * sizeof(ulong)) + _byOpenTime.Size + _shapes.Sum(shape => shape.Size) + WorkingDates.Size;

    /// <param name="firstDay">The first day, counted from the Unix epoch.</param>
    /// <param name="shapeOfDay">The shape of each day, as an index into <paramref name="shapes"/>.</param>
    /// <param name="shapes">The shapes.</param>
    /// <param name="workingDates">The dates of these days on which a window starts.</param>
    public static Timeline Lay(int firstDay, ReadOnlySpan<ushort> shapeOfDay, DayShape[] shapes, WorkingDates workingDates)
    {
        var days = new Day[shapeOfDay.Length + 1];
        var openFromHere = 0L;
        foreach (var shape in shapeOfDay)
            openFromHere += shapes[shape].OpenTicks;
        days[^1] = new Day(openFromHere, 0, 1);
        var nextOpen = shapeOfDay.Length;
        for (var day = shapeOfDay.Length - 1; day >= 0; day--)
        {
            var shape = shapeOfDay[day];
            openFromHere -= shapes[shape].OpenTicks;
            days[day] = new Day(openFromHere, shape, nextOpen - day);
            if (shapes[shape].OpenTicks > 0)
                nextOpen = day;
        }

        return new Timeline(firstDay, days, shapes, workingDates);
    }

    /// <summary>The open stretches of one of the days, counted from the first.</summary>
    public ReadOnlySpan<Piece> PiecesOf(int day) => _shapes[_days[day].Shape].Pieces;

    public override long OpenBefore(long ticks)
    {
        var day = _days[DayAt(ticks, out var time)];
        return unchecked(day.OpenBefore + _shapes[day.Shape].OpenBefore(time));
    }

    public override long Opening(long openTicks)
    {
        var day = _byOpenTime.Find(openTicks, out var number);
        return unchecked(Start + (number * TicksPerDay) + _shapes[day.Shape].Opening(openTicks - day.OpenBefore));
    }

    public override bool IsOpen(long ticks) => _shapes[_days[DayAt(ticks, out var time)].Shape].IsOpen(time);

    public override IEnumerable<(long Start, long End)> OpenBetween(long start, long end)
    {
        (long Start, long End)? current = null;
        for (var day = DayAt(start, out _); day < _days.Length && Start + (day * TicksPerDay) < end; day++)
        {
            var shape = _shapes[_days[day].Shape];
            for (var i = 0; i < shape.Pieces.Length; i++)
            {
                var piece = shape.Pieces[i];
                var dayStart = Start + (day * TicksPerDay);
                var (from, to) = (Math.Max(start, dayStart + piece.Start), Math.Min(end, dayStart + piece.End));
                if (from >= to)
                    continue;
                if (current is { } open && open.End == from)
                {
                    current = (open.Start, to);
                    continue;
                }

                if (current is { } done)
                    yield return done;
                current = (from, to);
            }
        }

        if (current is { } last)
            yield return last;
    }

    private int DayAt(long ticks, out long time)
    {
        unchecked
        {
            var day = (ulong)(ticks - Start) / (ulong)TicksPerDay;
            time = ticks - Start - ((long)day * TicksPerDay);
            return (int)day;
        }
    }
}
