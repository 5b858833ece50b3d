using NodaTime;

namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>
/// The different shapes that a calendar's UTC days have. A working week has a handful of them in summer and as many in winter, so that the
/// size of a timeline hardly depends on how many windows a day has.
/// </summary>
internal sealed class DayShapes
{
    /// <summary>The shape of a day on which nothing is open.</summary>
    public const ushort Closed = 0;

    private readonly Dictionary<Piece[], ushort> _known = new(new SamePieces()) { [[]] = Closed };
    private readonly List<Piece[]> _shapes = [[]];

    public int Count => _shapes.Count;

    /// <summary>The number of the shape that these windows make: sorted, joined where they meet or overlap, cut at the day's ends.</summary>
    /// <param name="windows">Start and end in ticks from the day's start, in any order, possibly reaching beyond the day.</param>
    public ushort Intern(List<(long Start, long End)> windows)
    {
        windows.Sort();
        var pieces = new List<Piece>(windows.Count);
        foreach (var window in windows)
        {
            var (start, end) = (Math.Max(window.Start, 0), Math.Min(window.End, NodaConstants.TicksPerDay));
            if (start >= end)
                continue;
            if (pieces.Count > 0 && start <= pieces[^1].End)
                pieces[^1] = pieces[^1] with { End = Math.Max(pieces[^1].End, end) };
            else
                pieces.Add(new Piece(start, end, pieces.Count == 0 ? 0 : OpenThrough(pieces[^1])));
        }

        return Intern([.. pieces]);
    }

    public long OpenTicks(ushort shape) => _shapes[shape] is [.., var last] ? OpenThrough(last) : 0;

    /// <summary>All pieces behind one another, and where each shape begins; one number more than there are shapes.</summary>
    public (Piece[] Pieces, int[] First) Flatten()
    {
        var first = new int[_shapes.Count + 1];
        for (var i = 0; i < _shapes.Count; i++)
            first[i + 1] = first[i] + _shapes[i].Length;
        return ([.. _shapes.SelectMany(pieces => pieces)], first);
    }

    private static long OpenThrough(Piece piece) => piece.OpenBefore + piece.End - piece.Start;

    private ushort Intern(Piece[] pieces)
    {
        if (_known.TryGetValue(pieces, out var shape))
            return shape;
        shape = checked((ushort)_shapes.Count);
        _shapes.Add(pieces);
        _known.Add(pieces, shape);
        return shape;
    }

    private sealed class SamePieces : IEqualityComparer<Piece[]>
    {
        public bool Equals(Piece[]? x, Piece[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(Piece[] obj)
        {
            var hash = default(HashCode);
            foreach (var piece in obj)
                hash.Add(piece);
            return hash.ToHashCode();
        }
    }
}
