namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>
/// A timeline less some exclusions. Nothing is compiled anew: the open time before an instant is the timeline's own less what
/// the exclusions took of it, and the way back adds what they took. That keeps exclusions exact to the tick and cheap enough
/// to have one set a ticket.
/// </summary>
internal sealed class TimelineWithout : OpenTime
{
    private readonly Timeline _timeline;

    /// <summary>In order and apart from each other; the last one stands for the end of the timeline.</summary>
    private readonly Cut[] _cuts;

    public TimelineWithout(Timeline timeline, Exclusions exclusions)
        : this(timeline, Lay(timeline, exclusions))
    {
    }

    private TimelineWithout(Timeline timeline, Cut[] cuts)
        : base(timeline.Start, timeline.End, cuts[^1].LeftAtStart)
    {
        _timeline = timeline;
        _cuts = cuts;
    }

    public override long OpenBefore(long ticks)
    {
        var begun = CountBegunBefore(ticks);
        return begun > 0 && ticks < _cuts[begun - 1].End
            ? _cuts[begun - 1].LeftAtStart
            : _timeline.OpenBefore(ticks) - _cuts[begun].TakenBefore;
    }

    public override long Opening(long openTicks) => _timeline.Opening(openTicks + _cuts[CountPassed(openTicks)].TakenBefore);

    public override bool IsOpen(long ticks)
    {
        var begun = CountBegunBefore(ticks + 1);
        return (begun == 0 || ticks >= _cuts[begun - 1].End) && _timeline.IsOpen(ticks);
    }

    public override IEnumerable<(long Start, long End)> OpenBetween(long start, long end)
    {
        var from = start;
        for (var i = 0; i < _cuts.Length && from < end; i++)
        {
            if (_cuts[i].End <= from)
                continue;
            foreach (var open in _timeline.OpenBetween(from, Math.Max(from, Math.Min(end, _cuts[i].Start))))
                yield return open;
            from = _cuts[i].End;
        }
    }

    private static Cut[] Lay(Timeline timeline, Exclusions exclusions)
    {
        var cuts = new List<Cut>();
        long taken = 0;
        foreach (var stretch in exclusions.Stretches)
        {
            var (start, end) = (Math.Max(stretch.Start, timeline.Start), Math.Min(stretch.End, timeline.End));
            if (start >= end)
                continue;
            var cut = new Cut(start, end, timeline.OpenBefore(start), taken);
            cuts.Add(cut);
            taken += timeline.OpenBefore(end) - cut.OpenAtStart;
        }

        return [.. cuts, new Cut(timeline.End, timeline.End, timeline.OpenTicks, taken)];
    }

    /// <summary>How many exclusions begin before the instant.</summary>
    private int CountBegunBefore(long ticks)
    {
        var (low, high) = (0, _cuts.Length - 1);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_cuts[middle].Start < ticks)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>How many exclusions must be over before open tick number n (counted from 0, without what they take) can begin.</summary>
    private int CountPassed(long openTicks)
    {
        var (low, high) = (0, _cuts.Length - 1);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_cuts[middle].LeftAtStart <= openTicks)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
