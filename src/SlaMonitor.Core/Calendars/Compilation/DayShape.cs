using NodaTime;

namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>When a UTC day is open. Times are ticks from the day's start.</summary>
internal sealed class DayShape
{
    /// <summary>With so few pieces looking at each in turn is the fastest search.</summary>
    private const int FewPieces = 4;

    private readonly Piece[] _pieces;
    private readonly Landmarks? _byStart;
    private readonly Landmarks? _byOpenTime;

    /// <param name="pieces">Sorted and apart from each other. A closed day has none, for which an empty piece stands in.</param>
    public DayShape(Piece[] pieces)
    {
        _pieces = pieces.Length > 0 ? pieces : [default];
        OpenTicks = _pieces[^1].OpenThrough;
        if (_pieces.Length > FewPieces)
        {
            _byStart = new Landmarks([0, .. _pieces.Skip(1).Select(piece => piece.Start)], NodaConstants.TicksPerDay);
            _byOpenTime = new Landmarks([.. _pieces.Select(piece => piece.OpenBefore)], OpenTicks);
        }
    }

    public long OpenTicks { get; }

    public ReadOnlySpan<Piece> Pieces => _pieces;

    public int Size => (_pieces.Length * 3 * sizeof(long)) + (_byStart?.Size ?? 0) + (_byOpenTime?.Size ?? 0);

    /// <summary>Open ticks of the day before a time of it.</summary>
    public long OpenBefore(long time)
    {
        ref readonly var piece = ref PieceAt(time);
        return piece.OpenBefore + Math.Clamp(time - piece.Start, 0, piece.End - piece.Start);
    }

    public bool IsOpen(long time)
    {
        ref readonly var piece = ref PieceAt(time);
        return time >= piece.Start && time < piece.End;
    }

    /// <summary>The time at which the day's n-th open tick begins; n is less than all.</summary>
    public long Opening(long openTicks)
    {
        var (low, high) = _byOpenTime is null ? (0, _pieces.Length - 1) : _byOpenTime.Around(openTicks);
        while (low < high && _pieces[low + 1].OpenBefore <= openTicks)
        {
            var middle = (low + high + 1) >> 1;
            if (_pieces[middle].OpenBefore <= openTicks)
                low = middle;
            else
                high = middle - 1;
        }

        ref readonly var piece = ref _pieces[low];
        return piece.Start + openTicks - piece.OpenBefore;
    }

    /// <summary>The last piece that starts at or before a time, or the first one when there is none.</summary>
    private ref readonly Piece PieceAt(long time)
    {
        var (low, high) = _byStart is null ? (0, _pieces.Length - 1) : _byStart.Around(time);
        while (low < high && _pieces[low + 1].Start <= time)
        {
            var middle = (low + high + 1) >> 1;
            if (_pieces[middle].Start <= time)
                low = middle;
            else
                high = middle - 1;
        }

        return ref _pieces[low];
    }
}
