using NodaTime;

namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>When a UTC day is open, as pieces in order. Times are ticks from the day's start.</summary>
/// <remarks>
/// Times fall into windows and between them at random, so a branch on that would be mispredicted half of the time and cost more than all the
/// arithmetic here. Hence masks instead of branches, and for a day with few pieces a sum over all of them instead of a search.
/// </remarks>
internal sealed class DayShape
{
    private const int FewPieces = 4;

    private readonly Piece[] _pieces;
    private readonly bool _few;
    private readonly Landmarks _byStart;
    private readonly Landmarks _byOpenTime;

    /// <param name="pieces">Sorted and apart from each other; none when the day is closed. The array is kept.</param>
    public DayShape(Piece[] pieces)
    {
        _pieces = pieces;
        OpenTicks = pieces is [.., var last] ? last.OpenBefore + last.Length : 0;
        _few = pieces.Length <= FewPieces;
        if (_few)
            return;
        _byStart = new Landmarks([.. pieces.Select(piece => piece.Start), NodaConstants.TicksPerDay]);
        _byOpenTime = new Landmarks([.. pieces.Select(piece => piece.OpenBefore), OpenTicks]);
    }

    public long OpenTicks { get; }

    public ReadOnlySpan<Piece> Pieces => _pieces;

    public int Size => (_pieces.Length * 3 * sizeof(long)) + (_few ? 0 : _byStart.Size + _byOpenTime.Size);

    /// <summary>Open ticks of the day before a time of it.</summary>
    public long OpenBefore(long time)
    {
        if (!_few)
        {
            ref readonly var last = ref _pieces[_byStart.Find(time)];
            return last.OpenBefore + last.OpenUntil(time);
        }

        long open = 0;
        foreach (ref readonly var piece in _pieces.AsSpan())
            open += piece.OpenUntil(time);
        return open;
    }

    public bool IsOpen(long time)
    {
        foreach (ref readonly var piece in _few ? _pieces.AsSpan() : _pieces.AsSpan(_byStart.Find(time), 1))
        {
            if (time >= piece.Start && time < piece.End)
                return true;
        }

        return false;
    }

    /// <summary>The time at which the day's n-th open tick begins; n is less than all.</summary>
    public long Opening(long openTicks)
    {
        if (!_few)
        {
            ref readonly var last = ref _pieces[_byOpenTime.Find(openTicks)];
            return last.Start + openTicks - last.OpenBefore;
        }

        var closed = _pieces[0].Start;
        foreach (ref readonly var piece in _pieces.AsSpan(1))
            closed = Math.Max(closed, (piece.Start - piece.OpenBefore) & AllBitsIf(piece.OpenBefore <= openTicks));
        return closed + openTicks;
    }

    private static long AllBitsIf(bool condition) => condition ? -1 : 0;
}
