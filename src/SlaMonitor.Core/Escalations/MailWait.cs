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
    /// leaves: half of that at most; and where the promise would be due by then, it does not wait. Nothing waits into the quiet hours.
    /// </summary>
    /// <param name="step">A step that may be told.</param>
    /// <param name="since">Since when it waits; the present, where it has not waited yet.</param>
    /// <param name="every">The least time between two mails to the person.</param>
    /// <param name="lastMail">When the person's last mail was ordered; <c>null</c> where there was none.</param>
    /// <returns>When it has to be told; where it does not wait, <see cref="ScheduledStep.ReadyAt"/>.</returns>
    public static Instant Until(ScheduledStep step, Instant since, Duration every, Instant? lastMail)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step.IsWarning && step.Clock.DueAt is { } due)
        {
            var soon = Duration.Max(Duration.Zero, (due - step.ReadyAt) / 2);
            var until = Until(step.Policy, step.Step.At.Name, step.ReadyAt, since, Duration.Min(every, soon), lastMail);
            return until < due ? until : step.ReadyAt;
        }

        var longest = step.Clock.Facts.Emergency && !step.IsWarning ? Duration.Zero : every;
        return Until(step.Policy, step.Step.At.Name, step.ReadyAt, since, longest, lastMail);
    }

    /// <summary>Until when an all-clear waits at most: nobody has to do anything about it.</summary>
    /// <inheritdoc cref="Until(ScheduledStep, Instant, Duration, Instant?)"/>
    public static Instant Until(AllClear allClear, Instant since, Duration every, Instant? lastMail)
    {
        ArgumentNullException.ThrowIfNull(allClear);
        return Until(allClear.Policy, AllClear.SpokenOfAs, allClear.ReadyAt, since, every, lastMail);
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
