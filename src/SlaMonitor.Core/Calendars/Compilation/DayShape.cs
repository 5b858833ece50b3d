using System.Runtime.InteropServices;
using NodaTime;

namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>When a UTC day is open, as pieces in order. Times are whole seconds from the day's start, and what is left of a second is ticks.</summary>
/// <remarks>
/// Times fall into windows and between them at random, so a branch on that would be mispredicted half of the time and cost more than all the
/// arithmetic here. Hence masks instead of branches, and for a day with few pieces a sum over all of them instead of a search.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly struct DayShape
{
    private const int FewPieces = 4;
    private const int SecondsPerDay = NodaConstants.SecondsPerDay;

    /// <summary>The pieces, and behind them one of no length at the day's end.</summary>
    private readonly Piece[] _pieces;
    private readonly bool _few;
    private readonly Landmarks<Piece, Piece.ByStart> _byStart;
    private readonly Landmarks<Piece, Piece.ByOpenTime> _byOpenTime;

    /// <param name="pieces">Sorted and apart from each other; none when the day is closed.</param>
    public DayShape(ReadOnlySpan<Piece> pieces)
    {
        OpenSeconds = pieces is [.., var last] ? last.OpenBefore + last.Length : 0;
        _pieces = [.. pieces, new Piece(SecondsPerDay, SecondsPerDay, OpenSeconds)];
        _few = pieces.Length <= FewPieces;
        if (_few)
            return;
        _byStart = new Landmarks<Piece, Piece.ByStart>(_pieces);
        _byOpenTime = new Landmarks<Piece, Piece.ByOpenTime>(_pieces);
    }

    public int OpenSeconds { get; }

    public ReadOnlySpan<Piece> Pieces => _pieces.AsSpan(..^1);

    public int Size => (_pieces.Length * sizeof(ulong)) + (_few ? 0 : _byStart.Size + _byOpenTime.Size);

    /// <summary>Open ticks of the day before a second of it and so many ticks more.</summary>
    public long OpenBefore(int second, long rest)
    {
        if (!_few)
        {
            var last = _byStart.Find(second, out _);
            return ((last.OpenBefore + last.OpenUntil(second)) * NodaConstants.TicksPerSecond) + (rest & last.OpenMask(second));
        }

        var open = 0;
        var mask = 0;
        foreach (ref readonly var piece in Pieces)
        {
            open += piece.OpenUntil(second);
            mask |= piece.OpenMask(second);
        }

        return (open * NodaConstants.TicksPerSecond) + (rest & mask);
    }

    public bool IsOpen(int second)
    {
        if (!_few)
            return _byStart.Find(second, out _).OpenMask(second) != 0;

        var mask = 0;
        foreach (ref readonly var piece in Pieces)
            mask |= piece.OpenMask(second);
        return mask != 0;
    }

    /// <summary>How many closed seconds of the day come before its n-th open one, counted from 0; n is less than all.</summary>
    public int ClosedBefore(int openSecond)
    {
        if (!_few)
        {
            var last = _byOpenTime.Find(openSecond, out _);
            return last.Start - last.OpenBefore;
        }

        var closed = _pieces[0].Start;
        foreach (ref readonly var piece in Pieces[1..])
            closed = Math.Max(closed, (piece.Start - piece.OpenBefore) & ~((openSecond - piece.OpenBefore) >> 31));
        return closed;
    }
}
