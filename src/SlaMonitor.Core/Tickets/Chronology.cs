using NodaTime;

namespace SlaMonitor.Core.Tickets;

/// <summary>
/// Searches what is kept in the order of time. A long ticket has as many clocks as entries, so each clock must not walk all of them.
/// </summary>
internal static class Chronology
{
    /// <summary>How many entries have begun at an instant: the last of them is the present one, the next is still to come.</summary>
    public static int BegunAt<T>(IReadOnlyList<T> entries, Instant at, Func<T, Instant> begin)
    {
        var low = 0;
        var high = entries.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (begin(entries[middle]) <= at) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
