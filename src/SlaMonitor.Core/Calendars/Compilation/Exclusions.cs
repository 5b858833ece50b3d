using NodaTime;

namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>Stretches of time during which a calendar is closed whatever it says: sorted, joined, exact to the tick.</summary>
internal sealed class Exclusions
{
    private Exclusions((long Start, long End)[] stretches) => Stretches = stretches;

    public static Exclusions None { get; } = new([]);

    public (long Start, long End)[] Stretches { get; }

    /// <summary>These and more. An interval without a start or an end reaches to the end of what calendars can be asked about.</summary>
    public Exclusions With(IEnumerable<Interval> intervals)
    {
        var all = Stretches.ToList();
        foreach (var interval in intervals)
        {
            var start = interval.HasStart ? interval.Start.ToUnixTimeTicks() : SupportedRange.Start;
            var end = interval.HasEnd ? interval.End.ToUnixTimeTicks() : SupportedRange.End;
            if (start < end)
                all.Add((start, end));
        }

        all.Sort();
        var joined = new List<(long Start, long End)>(all.Count);
        foreach (var stretch in all)
        {
            if (joined.Count > 0 && stretch.Start <= joined[^1].End)
                joined[^1] = (joined[^1].Start, Math.Max(joined[^1].End, stretch.End));
            else
                joined.Add(stretch);
        }

        return new Exclusions([.. joined]);
    }
}
