namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>
/// A timeline less some exclusions. Nothing is compiled anew: the open time before an instant is the timeline's own less what the exclusions
/// took of it, and each exclusion is one step in the way back. That keeps exclusions exact to the tick and cheap enough to have one set a ticket.
/// </summary>
internal sealed class TimelineWithout : OpenTime
{
    private readonly Timeline _timeline;
    private readonly (long Start, long End)[] _stretches;

    /// <summary>For each exclusion: the open ticks that earlier ones took, and those of the timeline at its start. One sum more at the end.</summary>
    private readonly long[] _takenBefore;
    private readonly long[] _openAtStart;

    public TimelineWithout(Timeline timeline, Exclusions exclusions)
    {
        _timeline = timeline;
        _stretches = [.. exclusions.Stretches
            .Select(stretch => (Start: Math.Max(stretch.Start, timeline.Start), End: Math.Min(stretch.End, timeline.End)))
            .Where(stretch => stretch.Start < stretch.End)];
        _openAtStart = new long[_stretches.Length];
        _takenBefore = new long[_stretches.Length + 1];
        for (var i = 0; i < _stretches.Length; i++)
        {
            _openAtStart[i] = timeline.OpenBefore(_stretches[i].Start);
            _takenBefore[i + 1] = _takenBefore[i] + timeline.OpenBefore(_stretches[i].End) - _openAtStart[i];
        }
    }

    public override long Start => _timeline.Start;

    public override long End => _timeline.End;

    public override long OpenTicks => _timeline.OpenTicks - _takenBefore[^1];

    public override long OpenBefore(long ticks)
    {
        var open = _timeline.OpenBefore(ticks);
        var begun = CountBegunBefore(ticks);
        if (begun == 0)
            return open;
        var last = begun - 1;
        return ticks < _stretches[last].End
            ? _openAtStart[last] - _takenBefore[last]
            : open - _takenBefore[begun];
    }

    public override long Opening(long openTicks) => _timeline.Opening(openTicks + _takenBefore[CountPassed(openTicks)]);

    /// <summary>An exclusion that begins just when the time is complete does not delay it any more, hence the tick less.</summary>
    public override long Completion(long openTicks) => _timeline.Completion(openTicks + _takenBefore[CountPassed(openTicks - 1)]);

    public override bool IsOpen(long ticks)
    {
        var begun = CountBegunBefore(ticks + 1);
        return (begun == 0 || ticks >= _stretches[begun - 1].End) && _timeline.IsOpen(ticks);
    }

    public override IEnumerable<(long Start, long End)> OpenBetween(long start, long end)
    {
        var from = start;
        foreach (var stretch in _stretches)
        {
            if (stretch.End <= from)
                continue;
            if (stretch.Start >= end)
                break;
            if (from < stretch.Start)
            {
                foreach (var open in _timeline.OpenBetween(from, stretch.Start))
                    yield return open;
            }

            from = stretch.End;
        }

        if (from >= end)
            yield break;
        foreach (var open in _timeline.OpenBetween(from, end))
            yield return open;
    }

    /// <summary>How many exclusions begin before the instant.</summary>
    private int CountBegunBefore(long ticks)
    {
        var (low, high) = (0, _stretches.Length);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_stretches[middle].Start < ticks)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>How many exclusions must be over before open tick number n (counted from 0, without what they take) can begin.</summary>
    private int CountPassed(long openTicks)
    {
        var (low, high) = (0, _stretches.Length);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_openAtStart[middle] - _takenBefore[middle] <= openTicks)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
