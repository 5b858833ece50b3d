using NodaTime;

namespace SlaMonitor.Core.Agreements;

/// <summary>
/// Turns with dates of their own, as a calendar lists them. Between them it may be nobody's turn, and after the last one it is.
/// </summary>
public sealed record DatedTurns : Turns
{
    /// <summary>What counts most sorts first.</summary>
    private static readonly Comparer<(Interval Span, int Place)> Precedence = Comparer<(Interval Span, int Place)>.Create((one, other) =>
        other.Span.Start != one.Span.Start ? other.Span.Start.CompareTo(one.Span.Start)
        : other.Span.End != one.Span.End ? one.Span.End.CompareTo(other.Span.End)
        : other.Place.CompareTo(one.Place));

    private readonly Shift[] _turns;

    private DatedTurns(Shift[] turns, IReadOnlyList<ShiftOverlap> overlaps)
    {
        (_turns, Overlaps) = (turns, overlaps);
        Members = [.. turns.Select(turn => turn.Member).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>No turns: nobody is on call.</summary>
    public static DatedTurns None { get; } = new([], []);

    /// <inheritdoc />
    public override IReadOnlyList<string> Members { get; }

    /// <summary>Where two people are on call at once, the first of very many: one of them counts, and may not know.</summary>
    public IReadOnlyList<ShiftOverlap> Overlaps { get; }

    internal override int? HandoversInARound => null;

    /// <summary>
    /// Makes turns of shifts. Of those that overlap the one that began last counts; of several that began together the shortest, and of
    /// equals the last one. So a day in somebody's week is a stand-in's by an entry for that day alone, and the week goes on after it.
    /// </summary>
    /// <param name="shifts">Shifts in any order; those without length are nobody's.</param>
    public static DatedTurns Of(IEnumerable<Shift> shifts)
    {
        ArgumentNullException.ThrowIfNull(shifts);

        var coming = shifts.Where(shift => shift.Span.Duration > Duration.Zero).OrderBy(shift => shift.Span.Start).ToList();
        var running = new PriorityQueue<Shift, (Interval Span, int Place)>(Precedence);
        var turns = new List<Shift>();
        var next = 0;
        foreach (var at in coming.SelectMany(shift => new[] { shift.Span.Start, shift.Span.End }).Distinct().Order())
        {
            if (running.Count > 0) turns[^1] = turns[^1] with { Span = new Interval(turns[^1].Span.Start, at) };
            for (; next < coming.Count && coming[next].Span.Start == at; next++) running.Enqueue(coming[next], (coming[next].Span, next));
            while (running.TryPeek(out var over, out _) && over.Span.End <= at) running.Dequeue();
            if (running.TryPeek(out var counts, out _)) Begin(turns, counts, at);
        }

        return turns.Count == 0 ? None : new DatedTurns([.. turns], ShiftOverlap.Among(coming));
    }

    /// <inheritdoc />
    public override string? At(Instant instant, DateTimeZone zone) =>
        LastBegunBy(instant) is >= 0 and var last && _turns[last].Span.Contains(instant) ? _turns[last].Member : null;

    internal override Instant? HandoverAfter(Instant instant, DateTimeZone zone)
    {
        var last = LastBegunBy(instant);
        if (last >= 0 && _turns[last].Span.End > instant) return _turns[last].Span.End;
        return last + 1 < _turns.Length ? _turns[last + 1].Span.Start : null;
    }

    private static void Begin(List<Shift> turns, Shift shift, Instant at)
    {
        if (turns is [.., var last] && last.Span.End == at && string.Equals(last.Member, shift.Member, StringComparison.OrdinalIgnoreCase))
            return;
        turns.Add(new Shift(new Interval(at, at), shift.Member));
    }

    /// <summary>Where the last turn is that has begun; -1 before the first.</summary>
    private int LastBegunBy(Instant instant)
    {
        var (low, high) = (0, _turns.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_turns[middle].Span.Start <= instant) low = middle + 1;
            else high = middle;
        }

        return low - 1;
    }
}
