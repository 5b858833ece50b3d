using NodaTime;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Core.Escalations;

/// <summary>
/// How long what a person is to be told of waits for that person's next mail. The one place where this is decided: whatever asks for less
/// of a wait brings the mail, and all else that waits goes along in it.
/// </summary>
public static class MailWait
{
    /// <summary>
    /// Until when a step waits at most. A breach of an emergency does not. A warning comes sooner after the last mail, the less time it
    /// leaves: half of that at most; and where the promise would be due by then, it does not wait. Nothing waits into the quiet hours, and
    /// what comes in the person's own waits for their end.
    /// </summary>
    /// <param name="step">A step that may be told.</param>
    /// <param name="now">The present.</param>
    /// <param name="every">The least time between two mails to the person.</param>
    /// <param name="lastMail">When the person's last mail was ordered; <c>null</c> where there was none.</param>
    /// <param name="quiet">The person's own quiet hours; <c>null</c> for none.</param>
    /// <returns>When it has to be told; where it does not wait, an instant that has passed.</returns>
    public static Instant Until(ScheduledStep step, Instant now, Duration every, Instant? lastMail, QuietHours? quiet = null)
    {
        ArgumentNullException.ThrowIfNull(step);
        return Awake(quiet, step.Step.At.Name, step.ReadyAt, UntilMail(step, now, every, lastMail), now);
    }

    /// <summary>Until when an all-clear waits at most: nobody has to do anything about it.</summary>
    /// <inheritdoc cref="Until(ScheduledStep, Instant, Duration, Instant?, QuietHours?)"/>
    public static Instant Until(AllClear allClear, Instant now, Duration every, Instant? lastMail, QuietHours? quiet = null)
    {
        ArgumentNullException.ThrowIfNull(allClear);
        var (policy, ready) = (allClear.Policy, allClear.ReadyAt);
        var until = Until(policy, AllClear.SpokenOfAs, ready, allClear.WaitsSince(now), every, lastMail);
        return Awake(quiet, AllClear.SpokenOfAs, ready, until, now);
    }

    private static Instant UntilMail(ScheduledStep step, Instant now, Duration every, Instant? lastMail)
    {
        if (step.IsWarning && step.Clock.DueAt is { } due)
        {
            var soon = Duration.Max(Duration.Zero, (due - step.ReadyAt) / 2);
            var until = Until(step.Policy, step.Step.At.Name, step.ReadyAt, step.WaitsSince(now), Duration.Min(every, soon), lastMail);
            return until < due ? until : step.ReadyAt;
        }

        var longest = step.Clock.Facts.Emergency && !step.IsWarning ? Duration.Zero : every;
        return Until(step.Policy, step.Step.At.Name, step.ReadyAt, step.WaitsSince(now), longest, lastMail);
    }

    /// <summary>
    /// The person's own quiet hours hold back what comes in them until their end. What would wait for a mail into them does not wait.
    /// </summary>
    private static Instant Awake(QuietHours? quiet, string moment, Instant ready, Instant until, Instant now)
    {
        if (quiet is null || !quiet.Delay(moment)) return until;
        if (quiet.Calendar.NextOpening(now) is var opening && opening > now) return Instant.Max(until, opening);
        return until > now && quiet.Calendar.NextOpening(until) > until ? ready : until;
    }

    // Not from the last mail on where that came later: a mail that left this one out must not make it wait anew.
    private static Instant Until(
        EscalationPolicy policy, string moment, Instant ready, Instant since, Duration longest, Instant? lastMail)
    {
        if (lastMail is not { } last || longest == Duration.Zero) return ready;

        var until = Instant.Min(last, since) + longest;
        return policy.OpeningFrom(moment, until) > until ? ready : until;
    }
}
