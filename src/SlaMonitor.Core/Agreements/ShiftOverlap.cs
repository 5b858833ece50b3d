using NodaTime;

namespace SlaMonitor.Core.Agreements;

/// <summary>A stretch in which a calendar has two people on call.</summary>
/// <param name="Span">From (inclusive) to (exclusive).</param>
/// <param name="One">The one whose shift begins first.</param>
/// <param name="Other">The other.</param>
public sealed record ShiftOverlap(Interval Span, string One, string Other)
{
    private const int Most = 100;

    /// <summary>The overlaps of shifts that are in the order of their beginnings.</summary>
    internal static IReadOnlyList<ShiftOverlap> Among(IReadOnlyList<Shift> shifts)
    {
        var found = new List<ShiftOverlap>();
        var running = new List<Shift>();
        foreach (var shift in shifts)
        {
            running.RemoveAll(before => before.Span.End <= shift.Span.Start);
            foreach (var before in running)
            {
                if (found.Count == Most) return found;
                if (string.Equals(before.Member, shift.Member, StringComparison.OrdinalIgnoreCase)) continue;

                found.Add(new ShiftOverlap(
                    new Interval(shift.Span.Start, Instant.Min(before.Span.End, shift.Span.End)), before.Member, shift.Member));
            }

            running.Add(shift);
        }

        return found;
    }
}
