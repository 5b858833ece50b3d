using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Clocks;

namespace SlaMonitor.Core.Escalations;

/// <summary>Which promises turned out kept, so that those who were told otherwise have to hear of it.</summary>
public static class AllClears
{
    /// <summary>The all-clears that have not been given and should be, earliest first.</summary>
    /// <param name="clocks">All clocks of one ticket.</param>
    /// <param name="fired">The ids of the steps and all-clears that were fired before.</param>
    /// <param name="now">
    /// The present: an all-clear that comes in quiet hours waits for their end, unless the breach itself would not have waited.
    /// </param>
    /// <param name="waiting">The steps and all-clears that have come and wait for somebody's next mail.</param>
    public static IReadOnlyList<AllClear> Pending(
        IReadOnlyList<Clock> clocks, IReadOnlySet<StepId> fired, Instant now, IReadOnlyList<WaitingStep>? waiting = null)
    {
        ArgumentNullException.ThrowIfNull(clocks);
        ArgumentNullException.ThrowIfNull(fired);
        var told = (waiting ?? []).Where(step => step.Told.Count > 0).Select(step => step.Step).Concat(fired).ToList();
        if (told.Count == 0) return [];

        return [.. OfKept(clocks, now)
            .Where(allClear => !fired.Contains(allClear.Id) && told.Exists(allClear.TakesBack))
            .Select(allClear => Delayed(allClear, waiting?.FirstOrDefault(step => step.Step == allClear.Id)))
            .OrderBy(allClear => allClear.ComesAt)];
    }

    /// <summary>The all-clear of every promise that turned out kept, whether or not anybody was told otherwise.</summary>
    /// <param name="clocks">All clocks of one ticket.</param>
    /// <param name="now">The present.</param>
    public static IEnumerable<AllClear> OfKept(IReadOnlyList<Clock> clocks, Instant now)
    {
        ArgumentNullException.ThrowIfNull(clocks);

        foreach (var clock in clocks)
        {
            if (clock.EndedAt is { } ended && !(clock.DueAt < ended) && EscalationSchedule.PolicyOf(clock) is { } policy)
                yield return new AllClear(clock, policy, WhenTold(policy, ended, now));
        }
    }

    private static AllClear Delayed(AllClear allClear, WaitingStep? waiting) => waiting is null ? allClear : allClear with
    {
        ComesAt = waiting.Until > allClear.ComesAt ? allClear.Policy.OpeningFrom(AllClear.SpokenOfAs, waiting.Until) : allClear.ComesAt,
        ReadyAt = allClear.ComesAt,
        Waited = waiting,
    };

    private static Instant WhenTold(EscalationPolicy policy, Instant ended, Instant now)
    {
        var opening = policy.OpeningFrom(AllClear.SpokenOfAs, Instant.Max(ended, now));
        return opening > now ? opening : ended;
    }
}
