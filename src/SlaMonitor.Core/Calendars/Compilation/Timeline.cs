using NodaTime;

namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>A calendar compiled for a run of UTC days: the open time before each day, and the shape of each day.</summary>
/// <remarks>
/// UTC days all have the same length, so an instant finds its day by one division, however long the timeline is. In the other direction
/// landmarks over the open time name the few days that can hold the answer.
/// </remarks>
internal sealed class Timeline : OpenTime
{
    private const int ShapeBits = 16;
    private const long TicksPerDay = NodaConstants.TicksPerDay;

    /// <summary>For each day the open seconds before it (upper 48 bits) and its shape (lower 16); one entry more for the end.</summary>
    private readonly long[] _days;
    private readonly DayShape[] _shapes;
    private readonly Landmarks _byOpenTime;

    public Timeline(int firstDay, long[] days, DayShape[] shapes, WorkingDates workingDates)
        : base(firstDay * TicksPerDay, (firstDay + days.Length - 1) * TicksPerDay, OpenTicksBefore(days[^1]))
    {
        _days = days;
        _shapes = shapes;
        _byOpenTime = new Landmarks([.. days.SkipLast(1).Select(OpenTicksBefore)], OpenTicks);
        WorkingDates = workingDates;
    }

    public WorkingDates WorkingDates { get; }

    /// <summary>Bytes that the tables take.</summary>
    public long Size => (_days.Length * sizeof(long)) + _shapes.Sum(shape => shape.Size) + _byOpenTime.Size + WorkingDates.Size;

    public static long Pack(long openSeconds, ushort shape) => (openSeconds << ShapeBits) | shape;

    public override long OpenBefore(long ticks)
    {
        var day = DayAt(ticks, out var time);
        return OpenTicksBefore(_days[day]) + ShapeOf(day).OpenBefore(time);
    }

    public override long Opening(long openTicks)
    {
        var (low, high) = _byOpenTime.Around(openTicks);
        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            if (OpenTicksBefore(_days[middle]) <= openTicks)
                low = middle;
            else
                high = middle - 1;
        }

        return Start + (low * TicksPerDay) + ShapeOf(low).Opening(openTicks - OpenTicksBefore(_days[low]));
    }

    public override bool IsOpen(long ticks)
    {
        var day = DayAt(ticks, out var time);
        return ShapeOf(day).IsOpen(time);
    }

    public override IEnumerable<(long Start, long End)> OpenBetween(long start, long end)
    {
        (long Start, long End)? current = null;
        for (var day = DayAt(start, out _); day < _days.Length - 1 && Start + (day * TicksPerDay) < end; day++)
        {
            var dayStart = Start + (day * TicksPerDay);
            for (var i = 0; i < ShapeOf(day).Pieces.Length; i++)
            {
                var piece = ShapeOf(day).Pieces[i];
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

    private static long OpenTicksBefore(long packedDay) => (packedDay >> ShapeBits) * NodaConstants.TicksPerSecond;

    private DayShape ShapeOf(int day) => _shapes[unchecked((ushort)_days[day])];

    private int DayAt(long ticks, out long time)
    {
        var day = (ulong)(ticks - Start) / (ulong)TicksPerDay;
        time = ticks - Start - ((long)day * TicksPerDay);
        return (int)day;
    }
}
