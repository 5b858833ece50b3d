using System.Runtime.InteropServices;

namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>
/// Finds the last of many ascending keys that is not above a value, in a step or two however many there are: the range of values is cut into
/// equal shares, and for each share it is written down which key its first value belongs to. The answer is usually that key or the next;
/// where keys crowd in one share they are halved, so that even the most uneven distribution costs no more than a binary search.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Landmarks
{
    private readonly long[] _keys;
    private readonly ushort[] _marks;
    private readonly int _shareBits;

    /// <param name="keys">Ascending, at most 65,535, and behind them one more that all values are below. The array is kept.</param>
    public Landmarks(long[] keys)
    {
        _keys = keys;
        var shareBits = 0;
        while (keys[^1] >> shareBits > keys.Length * 2)
            shareBits++;
        _shareBits = shareBits;
        _marks = new ushort[(keys[^1] >> _shareBits) + 2];
        var key = 0;
        for (var mark = 0; mark < _marks.Length; mark++)
        {
            while (key + 2 < keys.Length && keys[key + 1] <= (long)mark << _shareBits)
                key++;
            _marks[mark] = (ushort)key;
        }
    }

    /// <summary>Bytes that keys and marks take.</summary>
    public int Size => (_keys.Length * sizeof(long)) + (_marks.Length * sizeof(ushort));

    /// <summary>The index of the last key that is not above the value, or of the first one when all are. The value is 0 or more.</summary>
    public int Find(long value)
    {
        var keys = _keys;
        var share = (int)(value >> _shareBits);
        int found = _marks[share];

        // Values fall on either side of a key at random: added instead of branched on, the comparison cannot be mispredicted.
        found += keys[found + 1] <= value ? 1 : 0;
        return keys[found + 1] <= value ? Halve(found + 1, _marks[share + 1], value) : found;
    }

    private int Halve(int low, int high, long value)
    {
        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            if (_keys[middle] <= value)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }
}
