namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>
/// Finds the last of many ascending keys that is not above a value, in a step or two however many there are: the range of values is cut into
/// equal shares, and for each share it is written down which key its first value belongs to. The answer lies between two such marks; the few
/// keys between them are halved, so that even a very uneven distribution costs no more than a binary search.
/// </summary>
internal sealed class Landmarks
{
    /// <summary>More marks make the searches shorter and the tables larger; with two a key most searches end at the mark.</summary>
    private const int MarksPerKey = 2;

    private readonly ushort[] _marks;
    private readonly int _shareBits;

    /// <param name="keys">Ascending, the first of them 0; at most 65,536.</param>
    /// <param name="limit">All values are below it.</param>
    public Landmarks(ReadOnlySpan<long> keys, long limit)
    {
        while (limit >> _shareBits > keys.Length * MarksPerKey)
            _shareBits++;
        _marks = new ushort[(limit >> _shareBits) + 2];
        var key = 0;
        for (var mark = 0; mark < _marks.Length; mark++)
        {
            while (key + 1 < keys.Length && keys[key + 1] <= (long)mark << _shareBits)
                key++;
            _marks[mark] = (ushort)key;
        }
    }

    public int Size => _marks.Length * sizeof(ushort);

    /// <summary>The first and the last key that can be the answer.</summary>
    public (int Low, int High) Around(long value)
    {
        var share = (int)(value >> _shareBits);
        return (_marks[share], _marks[share + 1]);
    }
}
