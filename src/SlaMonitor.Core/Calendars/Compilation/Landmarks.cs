using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>
/// Finds the last of many ascending entries whose key is not above a value, in a step or two however many there are: the range of keys is
/// cut into equal shares, and for each share it is written down which entry its first value belongs to. The answer is usually that entry or
/// the next; where keys crowd in one share they are halved, so that even the most uneven distribution costs no more than a binary search.
/// </summary>
/// <typeparam name="TEntry">The entries, of eight bytes.</typeparam>
/// <typeparam name="TBy">Their order; a struct, so that the search is compiled for it alone.</typeparam>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Landmarks<TEntry, TBy>
    where TEntry : struct
    where TBy : struct, IAscending<TEntry>
{
    private readonly TEntry[] _entries;
    private readonly ushort[] _marks;
    private readonly int _shareBits;

    /// <param name="entries">At most 65,535, and behind them one more whose key all values are below. The array is kept.</param>
    public Landmarks(TEntry[] entries)
    {
        _entries = entries;
        var last = TBy.KeyOf(entries[^1]);
        var shareBits = 0;
        while (last >> shareBits > entries.Length * 2)
            shareBits++;
        _shareBits = shareBits;
        _marks = new ushort[(last >> shareBits) + 2];
        var entry = 0;
        for (var mark = 0; mark < _marks.Length; mark++)
        {
            while (entry + 2 < entries.Length && TBy.KeyOf(entries[entry + 1]) <= (long)mark << shareBits)
                entry++;
            _marks[mark] = (ushort)entry;
        }
    }

    /// <summary>Bytes that the marks take.</summary>
    public int Size => _marks.Length * sizeof(ushort);

    /// <summary>The last entry whose key is not above the value, or the first one when all are. The value is 0 or more.</summary>
    /// <param name="value">What to look for.</param>
    /// <param name="index">Where the entry is.</param>
    public TEntry Find(long value, out int index)
    {
        unchecked
        {
            var entries = _entries;
            var share = (int)(value >> _shareBits);
            int first = _marks[share];
            var entry = entries[first];
            var step = TBy.StepFrom(entry);
            var next = entries[first + step];
            var beyond = Math.Min(first + step + TBy.StepFrom(next), entries.Length - 1);
            if (TBy.KeyOf(entries[beyond]) <= value)
            {
                index = Halve(beyond, _marks[share + 1], value);
                return entries[index];
            }

            // Values fall on either side of a key at random: masked instead of branched on, the comparison cannot be mispredicted.
            var mask = TBy.KeyOf(next) <= value ? -1L : 0L;
            index = first + (step & (int)mask);
            return Unsafe.BitCast<long, TEntry>(Bits(entry) ^ ((Bits(entry) ^ Bits(next)) & mask));
        }
    }

    private static long Bits(TEntry entry) => Unsafe.BitCast<TEntry, long>(entry);

    private int Halve(int low, int high, long value)
    {
        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            if (TBy.KeyOf(_entries[middle]) <= value)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }
}
