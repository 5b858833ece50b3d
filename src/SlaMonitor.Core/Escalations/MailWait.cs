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
    /// Until when a step waits at most. A breach of an emergency does not. A warning waits no longer than half of the time that it leaves
    /// until the promise is due, for it is of no use later. Nothing waits into the quiet hours.
    /// </summary>
    /// <param name="step">A step that has come.</param>
    /// <param name="every">The least time between two mails to the person.</param>
    /// <param name="lastMail">When the person's last mail was ordered; <c>null</c> where there was none.</param>
    /// <returns>When it has to be told; not after <see cref="ScheduledStep.ReadyAt"/> where it does not wait.</returns>
    public static Instant Until(ScheduledStep step, Duration every, Instant? lastMail)
    {
        ArgumentNullException.ThrowIfNull(step);
        return Until(step.Policy, step.Step.At.Name, step.ReadyAt, Longest(step, every), lastMail);
    }

    /// <summary>Until when an all-clear waits at most: nobody has to do anything about it.</summary>
    /// <inheritdoc cref="Until(ScheduledStep, Duration, Instant?)"/>
    public static Instant Until(AllClear allClear, Duration every, Instant? lastMail)
    {
        ArgumentNullException.ThrowIfNull(allClear);
        return Until(allClear.Policy, AllClear.SpokenOfAs, allClear.ReadyAt, every, lastMail);
    }

    private static Duration Longest(ScheduledStep step, Duration every)
    {
        if (!step.IsWarning) return step.Clock.Facts.Emergency ? Duration.Zero : every;

        return step.Clock.DueAt is { } due ? Duration.Max(Duration.Zero, Duration.Min(every, (due - step.ReadyAt) / 2)) : every;
    }

    // Not from the last mail on where that came later: a mail that left this one out must not make it wait anew.
    private static Instant Until(EscalationPolicy policy, string moment, Instant ready, Duration longest, Instant? lastMail)
    {
        if (lastMail is not { } last) return ready;

        var until = Instant.Max(ready, Instant.Min(last, ready) + longest);
        return policy.OpeningFrom(moment, until) > until ? ready : until;
    }
}
