using System.Runtime.InteropServices;
using NodaTime;

namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>
/// The different shapes that a calendar's UTC days have. A working week has a handful of them in summer and as many in winter, so that the
/// size of a timeline hardly depends on how many windows a day has.
/// </summary>
internal sealed class DayShapes
{
    private readonly Dictionary<Piece[], ushort> _known = new(new SamePieces());
    private readonly List<DayShape> _shapes = [];
    private readonly List<Piece> _pieces = [];

    /// <summary>
    /// The number of the shape that these windows make: sorted, joined where they meet or overlap, cut at the day's ends.
    /// </summary>
    /// <param name="windows">Start and end in ticks from the day's start, in any order, possibly reaching beyond the day.</param>
    public ushort Intern(List<(long Start, long End)> windows)
    {
        if (!IsSorted(windows))
            windows.Sort();
        _pieces.Clear();
        foreach (var window in windows)
        {
            var (start, end) = (Math.Max(window.Start, 0), Math.Min(window.End, NodaConstants.TicksPerDay));
            if (start >= end)
                continue;
            if (_pieces.Count > 0 && start <= _pieces[^1].End)
                _pieces[^1] = new Piece(_pieces[^1].Start, Math.Max(_pieces[^1].End, end), _pieces[^1].OpenBefore);
            else
                _pieces.Add(new Piece(start, end, _pieces.Count == 0 ? 0 : _pieces[^1].OpenBefore + _pieces[^1].Length));
        }

        return Intern();
    }

    public DayShape[] ToArray() => [.. _shapes];

    private static bool IsSorted(List<(long Start, long End)> windows)
    {
        for (var i = 1; i < windows.Count; i++)
        {
            if (windows[i].Start < windows[i - 1].Start)
                return false;
        }

        return true;
    }

    private ushort Intern()
    {
        var lookup = _known.GetAlternateLookup<ReadOnlySpan<Piece>>();
        if (lookup.TryGetValue(CollectionsMarshal.AsSpan(_pieces), out var shape))
            return shape;
        shape = checked((ushort)_shapes.Count);
        Piece[] pieces = [.. _pieces];
        _shapes.Add(new DayShape(pieces));
        _known.Add(pieces, shape);
        return shape;
    }

    private sealed class SamePieces : IEqualityComparer<Piece[]>, IAlternateEqualityComparer<ReadOnlySpan<Piece>, Piece[]>
    {
        public bool Equals(Piece[]? x, Piece[]? y) => Equals(x.AsSpan(), y ?? []);

        public bool Equals(ReadOnlySpan<Piece> alternate, Piece[] other) =>
            MemoryMarshal.AsBytes(alternate).SequenceEqual(MemoryMarshal.AsBytes(other.AsSpan()));

        public int GetHashCode(Piece[] obj) => GetHashCode(obj.AsSpan());

        public int GetHashCode(ReadOnlySpan<Piece> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(MemoryMarshal.AsBytes(alternate));
            return hash.ToHashCode();
        }

        public Piece[] Create(ReadOnlySpan<Piece> alternate) => alternate.ToArray();
    }
}
