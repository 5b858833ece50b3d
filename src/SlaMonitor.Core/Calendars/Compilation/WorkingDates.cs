using System.Numerics;

namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>The dates on which a window starts, as bits with running counts: counting them and finding the n-th are searches.</summary>
internal sealed class WorkingDates
{
    private const int BitsPerWord = 64;

    private readonly int _firstDay;
    private readonly int _dayCount;
    private readonly ulong[] _bits;
    private readonly int[] _countBefore;

    public WorkingDates(int firstDay, int dayCount, Func<int, bool> isWorking)
    {
        _firstDay = firstDay;
        _dayCount = dayCount;
        _bits = new ulong[(dayCount / BitsPerWord) + 1];
        _countBefore = new int[_bits.Length + 1];
        for (var i = 0; i < dayCount; i++)
        {
            if (isWorking(firstDay + i))
                _bits[i / BitsPerWord] |= 1UL << (i % BitsPerWord);
        }

        for (var word = 0; word < _bits.Length; word++)
            _countBefore[word + 1] = _countBefore[word] + BitOperations.PopCount(_bits[word]);
    }

    public int Size => (_bits.Length * sizeof(ulong)) + (_countBefore.Length * sizeof(int));

    /// <summary>The working date that lies so many on from a date, or back when negative; null when it is not among these.</summary>
    public int? Find(int fromDay, int workingDays)
    {
        // Going on starts to count after the date, going back before it, whether it is a working date or not.
        var index = workingDays > 0
            ? CountBefore(fromDay + 1) + (long)workingDays - 1
            : CountBefore(fromDay) + (long)workingDays;
        return index >= 0 && index < _countBefore[^1] ? _firstDay + Select((int)index) : null;
    }

    /// <summary>Whether a date is one of them.</summary>
    public bool Contains(int day) => CountBefore(day + 1) > CountBefore(day);

    private int CountBefore(int day)
    {
        var i = Math.Clamp(day - _firstDay, 0, _dayCount);
        var (word, bit) = Math.DivRem(i, BitsPerWord);
        return _countBefore[word] + BitOperations.PopCount(_bits[word] & ((1UL << bit) - 1));
    }

    private int Select(int index)
    {
        var word = Array.BinarySearch(_countBefore, index);
        word = word < 0 ? ~word - 1 : word;
        while (_countBefore[word + 1] == index)
            word++;
        var bits = _bits[word];
        for (var skip = index - _countBefore[word]; skip > 0; skip--)
            bits &= bits - 1;
        return (word * BitsPerWord) + BitOperations.TrailingZeroCount(bits);
    }
}
