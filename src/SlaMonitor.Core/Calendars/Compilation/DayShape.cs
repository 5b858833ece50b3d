using System.Runtime.InteropServices;
using NodaTime;

namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>When a UTC day is open, as pieces in order. Times are ticks from the day's start.</summary>
/// <remarks>
/// Times fall into windows and between them at random, so a branch on that would be mispredicted half of the time and cost more than all
/// the arithmetic here. Hence masks instead of branches, and for a day with few pieces a sum over all of them instead of a search.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly struct DayShape
{
    private const int FewPieces = 4;

    /// <summary>The pieces, and behind them one of no length at the day's end.</summary>
    private readonly Piece[] _pieces;
    private readonly bool _few;
    private readonly Landmarks<Piece, Piece.ByStart> _byStart;
    private readonly Landmarks<Piece, Piece.ByOpenTime> _byOpenTime;

    /// <param name="pieces">Sorted and apart from each other; none when the day is closed.</param>
    public DayShape(ReadOnlySpan<Piece> pieces)
    {
        OpenTicks = pieces is [.., var last] ? last.OpenBefore + last.Length : 0;
        _pieces = [.. pieces, new Piece(NodaConstants.TicksPerDay, NodaConstants.TicksPerDay, OpenTicks)];
        _few = pieces.Length <= FewPieces;
        if (_few)
            return;
        _byStart = new Landmarks<Piece, Piece.ByStart>(_pieces);
        _byOpenTime = new Landmarks<Piece, Piece.ByOpenTime>(_pieces);
    }

    public long OpenTicks { get; }

    public ReadOnlySpan<Piece> Pieces => _pieces.AsSpan(..^1);

    public int Size => (_pieces.Length * sizeof(ulong)) + (_few ? 0 : _byStart.Size + _byOpenTime.Size);

    /// <summary>Open ticks of the day before a time of it.</summary>
    public long OpenBefore(long time)
    {
        unchecked
        {
            if (!_few)
            {
                var last = _byStart.Find(time, out _);
                return last.OpenBefore + last.OpenUntil(time);
            }

            long open = 0;
            foreach (ref readonly var piece in Pieces)
                open += piece.OpenUntil(time);
            return open;
        }
    }

    public bool IsOpen(long time)
    {
        if (!_few)
            return _byStart.Find(time, out _).Contains(time);

        foreach (ref readonly var piece in Pieces)
        {
            if (piece.Contains(time))
                return true;
        }

        return false;
    }

    /// <summary>The time at which the day's n-th open tick begins, counted from 0; n is less than all.</summary>
    public long Opening(long openTicks)
    {
        unchecked
        {
            if (!_few)
            {
                var last = _byOpenTime.Find(openTicks, out _);
                return last.Start - last.OpenBefore + openTicks;
            }

            var closed = _pieces[0].Start;
            foreach (ref readonly var piece in Pieces[1..])
                closed = Math.Max(closed, (piece.Start - piece.OpenBefore) & ~((openTicks - piece.OpenBefore) >> 63));
            return closed + openTicks;
        }
    }
}
