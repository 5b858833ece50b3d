using NodaTime;
using SlaMonitor.Core.Clocks;

namespace SlaMonitor.Core.Tuning;

/// <summary>
/// What the promises of one target would have needed, so that any budget can be asked for its attainment. Its size grows with how many
/// different amounts there are, and not with the promises. Counted by one thread at a time.
/// </summary>
public sealed class BudgetTally
{
    /// <summary>By the minutes that are needed: how many promises were done, and how many are open or lapsed.</summary>
    private readonly SortedDictionary<long, (long Done, long Others)> _needed = [];

    private long _fixedMet;
    private long _fixedBreached;

    /// <summary>Counts a promise.</summary>
    /// <param name="clock">Its clock.</param>
    /// <param name="asOf">As of when.</param>
    public void Add(Clock clock, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(clock);

        if (clock.AgreedDue is not null)
        {
            var state = clock.StateAt(asOf);
            if (state == ClockState.Met) _fixedMet++;
            if (state == ClockState.Breached) _fixedBreached++;
            return;
        }

        var isDone = clock.EndedAt <= asOf && clock.End != ClockEnd.Gone;
        Add(NeededBudget.MinutesOf(clock, asOf), isDone ? 1 : 0, isDone ? 0 : 1);
    }

    /// <summary>Takes over what another has counted.</summary>
    public void Add(BudgetTally other)
    {
        ArgumentNullException.ThrowIfNull(other);

        _fixedMet += other._fixedMet;
        _fixedBreached += other._fixedBreached;
        foreach (var (minutes, (done, others)) in other._needed) Add(minutes, done, others);
    }

    /// <summary>What the promises would have come to under a budget.</summary>
    /// <param name="minutes">The budget in minutes.</param>
    public (long Met, long Breached) Under(long minutes)
    {
        var (met, breached) = (_fixedMet, _fixedBreached);
        foreach (var (needed, (done, others)) in _needed)
        {
            if (needed <= minutes) met += done;
            else breached += done + others;
        }

        return (met, breached);
    }

    /// <summary>The smallest budget, in minutes, under which so many percent were kept; <c>null</c> where none does it.</summary>
    /// <param name="percent">The share of those that are decided, in percent.</param>
    public long? Smallest(decimal percent)
    {
        // The larger the budget, the more are kept and the fewer broken: the first that is enough is the smallest.
        var (met, breached) = (_fixedMet, _fixedBreached + _needed.Values.Sum(one => one.Done + one.Others));
        foreach (var (needed, (done, others)) in _needed)
        {
            met += done;
            breached -= done + others;
            if (met > 0 && met * 100m >= percent * (met + breached)) return needed;
        }

        return null;
    }

    private void Add(long minutes, long done, long others)
    {
        var before = _needed.GetValueOrDefault(minutes);
        _needed[minutes] = (before.Done + done, before.Others + others);
    }
}
