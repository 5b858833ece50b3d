using NodaTime;

namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>
/// A calendar compiled for a run of UTC days: how many open days come before each day, the shape of each day, and the open time before each
/// open day.
/// </summary>
/// <remarks>
/// UTC days all have the same length, so an instant finds its day by one division, however long the timeline is. In the other direction
/// landmarks over the open time lead to the day.
/// </remarks>
internal sealed class Timeline : OpenTime
{
    private const int ShapeBits = 16;
    private const long TicksPerDay = NodaConstants.TicksPerDay;

    /// <summary>For each day the open days before it (upper 16 bits) and its shape (lower 16).</summary>
    private readonly uint[] _days;
    private readonly DayShape[] _shapes;

    /// <summary>For each open day which day it is (upper 16 bits) and its shape (lower 16), and the open ticks before it; behind them all.</summary>
    private readonly uint[] _openDays;
    private readonly long[] _openBefore;
    private readonly Landmarks _byOpenTime;

    private Timeline(int firstDay, uint[] days, DayShape[] shapes, uint[] openDays, long[] openBefore, WorkingDates workingDates)
        : base(firstDay * TicksPerDay, (firstDay + days.Length - 1) * TicksPerDay, openBefore[^1])
    {
        _days = days;
        _shapes = shapes;
        _openDays = openDays;
        _openBefore = openBefore;
        _byOpenTime = new Landmarks(openBefore);
        WorkingDates = workingDates;
    }

    public WorkingDates WorkingDates { get; }

    /// <summary>Bytes that the tables take.</summary>
    public long Size =>
        (_days.Length * sizeof(uint)) + (_openDays.Length * sizeof(uint)) + _byOpenTime.Size + _shapes.Sum(shape => shape.Size) + WorkingDates.Size;

    /// <param name="firstDay">The first day, counted from the Unix epoch.</param>
    /// <param name="shapeOfDay">The shape of each day, as an index into <paramref name="shapes"/>.</param>
    /// <param name="shapes">The shapes.</param>
    /// <param name="workingDates">The dates of these days on which a window starts.</param>
    public static Timeline Lay(int firstDay, ReadOnlySpan<ushort> shapeOfDay, DayShape[] shapes, WorkingDates workingDates)
    {
        var days = new uint[shapeOfDay.Length + 1];
        var openDays = new List<uint>(shapeOfDay.Length);
        var openBefore = new List<long>(shapeOfDay.Length + 1) { 0 };
        for (var day = 0; day < shapeOfDay.Length; day++)
        {
            var shape = shapeOfDay[day];
            days[day] = ((uint)openDays.Count << ShapeBits) | shape;
            if (shapes[shape].OpenTicks == 0)
                continue;
            openDays.Add(((uint)day << ShapeBits) | shape);
            openBefore.Add(openBefore[^1] + shapes[shape].OpenTicks);
        }

        days[^1] = (uint)openDays.Count << ShapeBits;
        return new Timeline(firstDay, days, shapes, [.. openDays], [.. openBefore], workingDates);
    }

    public override long OpenBefore(long ticks)
    {
        var day = _days[DayAt(ticks, out var time)];
        return _openBefore[day >> ShapeBits] + ShapeOf(day).OpenBefore(time);
    }

    public override long Opening(long openTicks)
    {
        var openDay = _byOpenTime.Find(openTicks);
        var day = _openDays[openDay];
        return Start + ((day >> ShapeBits) * TicksPerDay) + ShapeOf(day).Opening(openTicks - _openBefore[openDay]);
    }

    public override bool IsOpen(long ticks) => ShapeOf(_days[DayAt(ticks, out var time)]).IsOpen(time);

    public override IEnumerable<(long Start, long End)> OpenBetween(long start, long end)
    {
        (long Start, long End)? current = null;
        for (var day = DayAt(start, out _); day < _days.Length && Start + (day * TicksPerDay) < end; day++)
        {
            var shape = ShapeOf(_days[day]);
            for (var i = 0; i < shape.Pieces.Length; i++)
            {
                var piece = shape.Pieces[i];
                var (from, to) = (Math.Max(start, Start + (day * TicksPerDay) + piece.Start), Math.Min(end, Start + (day * TicksPerDay) + piece.End));
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

    private DayShape ShapeOf(uint day) => _shapes[day & ushort.MaxValue];

    private int DayAt(long ticks, out long time)
    {
        var day = (ulong)(ticks - Start) / (ulong)TicksPerDay;
        time = ticks - Start - ((long)day * TicksPerDay);
        return (int)day;
    }
}
