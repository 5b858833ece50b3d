using NodaTime;

namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>
/// A calendar compiled for a run of UTC days: the open time before each day, and the shape of each day.
/// </summary>
/// <remarks>
/// UTC days all have the same length, so an instant finds its day by one division, however long the timeline is. In the other direction
/// an index over equal shares of the open time names the few days that can hold the answer.
/// </remarks>
internal sealed class Timeline : OpenTime
{
    private const int ShapeBits = 16;
    private const int LinearSearchLimit = 4;

    /// <summary>For each day the open seconds before it (upper 48 bits) and its shape (lower 16); one entry more for the end.</summary>
    private readonly long[] _days;
    private readonly Piece[] _pieces;
    private readonly int[] _firstPiece;

    /// <summary>The day in which the n-th share of the open time begins, each share being 2^<see cref="_shareBits"/> ticks.</summary>
    private readonly ushort[] _dayOfShare;
    private readonly int _shareBits;

    public Timeline(int firstDay, long[] days, Piece[] pieces, int[] firstPiece)
    {
        _days = days;
        _pieces = pieces;
        _firstPiece = firstPiece;
        FirstDay = firstDay;
        DayCount = days.Length - 1;
        Start = firstDay * NodaConstants.TicksPerDay;
        End = Start + (DayCount * NodaConstants.TicksPerDay);
        OpenTicks = OpenBeforeDay(DayCount);
        (_dayOfShare, _shareBits) = IndexShares();
    }

    public int FirstDay { get; }

    public int DayCount { get; }

    public override long Start { get; }

    public override long End { get; }

    public override long OpenTicks { get; }

    /// <summary>Bytes that the tables take.</summary>
    public long Size =>
        (_days.Length * sizeof(long)) + (_pieces.Length * 3L * sizeof(long)) + (_firstPiece.Length * sizeof(int)) + (_dayOfShare.Length * sizeof(ushort));

    public static long Pack(long openSeconds, ushort shape) => (openSeconds << ShapeBits) | shape;

    public override long OpenBefore(long ticks)
    {
        var day = (int)((ulong)(ticks - Start) / (ulong)NodaConstants.TicksPerDay);
        var pieces = PiecesOf(day);
        var open = OpenBeforeDay(day);
        if (pieces.IsEmpty)
            return open;
        var inDay = ticks - Start - (day * NodaConstants.TicksPerDay);
        ref readonly var piece = ref pieces[LastStartingAtOrBefore(pieces, inDay)];
        return open + piece.OpenBefore + Math.Clamp(inDay - piece.Start, 0, piece.End - piece.Start);
    }

    public override long Opening(long openTicks)
    {
        var day = DayOf(openTicks);
        var pieces = PiecesOf(day);
        var inDay = openTicks - OpenBeforeDay(day);
        ref readonly var piece = ref pieces[LastOpeningAtOrBefore(pieces, inDay)];
        return Start + (day * NodaConstants.TicksPerDay) + piece.Start + inDay - piece.OpenBefore;
    }

    public override long Completion(long openTicks) => Opening(openTicks - 1) + 1;

    public override bool IsOpen(long ticks)
    {
        var day = (int)((ulong)(ticks - Start) / (ulong)NodaConstants.TicksPerDay);
        var pieces = PiecesOf(day);
        if (pieces.IsEmpty)
            return false;
        var inDay = ticks - Start - (day * NodaConstants.TicksPerDay);
        ref readonly var piece = ref pieces[LastStartingAtOrBefore(pieces, inDay)];
        return inDay >= piece.Start && inDay < piece.End;
    }

    public override IEnumerable<(long Start, long End)> OpenBetween(long start, long end)
    {
        (long Start, long End)? current = null;
        for (var day = (int)((start - Start) / NodaConstants.TicksPerDay); day < DayCount; day++)
        {
            var dayStart = Start + (day * NodaConstants.TicksPerDay);
            if (dayStart >= end)
                break;
            for (var i = FirstPieceOf(day); i < FirstPieceOf(day) + PiecesOf(day).Length; i++)
            {
                var (from, to) = (Math.Max(start, dayStart + _pieces[i].Start), Math.Min(end, dayStart + _pieces[i].End));
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

    private static int LastStartingAtOrBefore(ReadOnlySpan<Piece> pieces, long inDay)
    {
        var low = 0;
        if (pieces.Length <= LinearSearchLimit)
        {
            while (low + 1 < pieces.Length && pieces[low + 1].Start <= inDay)
                low++;
            return low;
        }

        for (var length = pieces.Length; length > 1;)
        {
            var half = length >> 1;
            low = pieces[low + half].Start <= inDay ? low + half : low;
            length -= half;
        }

        return low;
    }

    private static int LastOpeningAtOrBefore(ReadOnlySpan<Piece> pieces, long openInDay)
    {
        var low = 0;
        for (var length = pieces.Length; length > 1;)
        {
            var half = length >> 1;
            low = pieces[low + half].OpenBefore <= openInDay ? low + half : low;
            length -= half;
        }

        return low;
    }

    private int DayOf(long openTicks)
    {
        var share = (int)(openTicks >> _shareBits);
        var (low, high) = ((int)_dayOfShare[share], (int)_dayOfShare[share + 1]);
        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            if (OpenBeforeDay(middle) <= openTicks)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }

    private (ushort[] DayOfShare, int ShareBits) IndexShares()
    {
        var bits = 0;
        while (OpenTicks >> bits > DayCount * 2)
            bits++;
        var index = new ushort[(OpenTicks >> bits) + 2];
        var day = 0;
        for (var share = 0; share < index.Length; share++)
        {
            var openTicks = Math.Min((long)share << bits, Math.Max(OpenTicks - 1, 0));
            while (day + 1 < DayCount && OpenBeforeDay(day + 1) <= openTicks)
                day++;
            index[share] = (ushort)day;
        }

        return (index, bits);
    }

    private long OpenBeforeDay(int day) => (_days[day] >> ShapeBits) * NodaConstants.TicksPerSecond;

    private int ShapeOf(int day) => unchecked((ushort)_days[day]);

    private int FirstPieceOf(int day) => _firstPiece[ShapeOf(day)];

    private ReadOnlySpan<Piece> PiecesOf(int day)
    {
        var shape = ShapeOf(day);
        var first = _firstPiece[shape];
        return new ReadOnlySpan<Piece>(_pieces, first, _firstPiece[shape + 1] - first);
    }
}
