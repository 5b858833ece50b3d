using NodaTime;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Clocks;
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
        // The helpdesk's clock may be ahead of ours: then the end is told when it has come.
        var followed = (after?.Clocks ?? [])
            .Where(clock => clock.EndedAt is not null && ChannelFollowing.Holds(clock, state.FiredSteps))
            .ToList();
        var known = maybeOwed.Count + followed.Count > 0 ? before() : null;
        if (known is not null && maybeOwed.Exists(allClear => !HadEnded(known, allClear.Clock))) return Require(state, after, now);

        var ended = followed.Where(clock => known is not null && !HadEnded(known, clock)).Select(clock => clock.EndedAt!.Value).ToList();
        return ended.Count > 0 ? Require(state, after, Instant.Max(now, ended.Max())) : state with { NextLook = after?.NextLook };
    }

    /// <summary>
    /// The state of a ticket of which somebody has taken a promise, or given it on: channels that were told of it hear of that.
    /// </summary>
    /// <param name="state">The state before.</param>
    /// <param name="after">What the ticket is now.</param>
    /// <param name="now">The present.</param>
    public static MonitoringState StateAfterTaking(MonitoringState state, TicketAssessment? after, Instant now) =>
        after?.Clocks.Any(clock => ChannelFollowing.Holds(clock, state.FiredSteps)) == true
            ? Require(state, after, now)
            : state with { NextLook = after?.NextLook };

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

    private static bool HadEnded(TicketAssessment known, Clock clock) =>
        known.Clocks.Any(before => before.Id == clock.Id && before.EndedAt == clock.EndedAt);
}
