using NodaTime;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Assessment;

/// <summary>
/// News can undo a step that was told and is not recorded yet, because the evaluator died in between or has not come to it. The ticket's
/// state does not say then that somebody needs an all-clear. So the ticket is marked, and its next evaluation asks the ledger who was told.
/// </summary>
internal static class LedgerCheck
{
    /// <summary>The state of a ticket after news of it.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="after">What the ticket is now.</param>
    /// <param name="before">What it was; asked for only where it matters, and <c>null</c> where nothing was known of it.</param>
    /// <param name="now">The present.</param>
    public static MonitoringState StateAfterNews(
        MonitoringState state, TicketAssessment? after, Func<TicketAssessment?> before, Instant now)
    {
        if (state.IsInDoubt) return Require(state, after, now);

        var maybeOwed = AllClears.OfKept(after?.Clocks ?? [], now)
            .Where(allClear => allClear.Clock.EndedAt <= now && MayOwe(allClear, state.FiredSteps, now))
            .ToList();
        var isNeeded = maybeOwed.Count > 0 && before() is { } known && maybeOwed.Exists(allClear => !WasKept(known, allClear));
        return isNeeded ? Require(state, after, now) : state with { NextLook = after?.NextLook };
    }

    /// <summary>
    /// The state that makes the next evaluation, which is due now, ask the ledger: somebody may have been told what is no longer so.
    /// </summary>
    public static MonitoringState Require(MonitoringState state, TicketAssessment? assessment, Instant now) =>
        state with { IsInDoubt = true, NextLook = assessment?.NextLook is { } next && next < now ? next : now };

    // A breach may have been told once the promise was due, and a warning once it came.
    private static bool MayOwe(AllClear allClear, IReadOnlyList<StepId> fired, Instant now) =>
        allClear.Clock.DueAt < now
            ? allClear.StepIds.Except(fired).Any()
            : EscalationSchedule.Of(allClear.Clock)
                .Any(step => allClear.TakesBack(step.Id) && !fired.Contains(step.Id));

    private static bool WasKept(TicketAssessment known, AllClear allClear) =>
        known.Clocks.Any(before => before.Id == allClear.Clock.Id && before.EndedAt == allClear.Clock.EndedAt);
}
