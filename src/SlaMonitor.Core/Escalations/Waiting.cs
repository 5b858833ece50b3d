using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Clocks;

namespace SlaMonitor.Core.Escalations;

/// <summary>How long a step has to wait before it may be told.</summary>
internal static class Waiting
{
    /// <summary>
    /// The first moment, from the step's own on, at which nobody has taken the promise, no quiet hours hold the step back and it need not
    /// wait for anybody's next mail; with what it waited for last, and since when it waits for nothing but a mail. <c>null</c> where the
    /// clock ended in the hands of whoever took it: nobody else need be told.
    /// </summary>
    /// <param name="clock">The clock.</param>
    /// <param name="policy">The policy of the step.</param>
    /// <param name="step">The step.</param>
    /// <param name="at">The step's own moment.</param>
    /// <param name="nextMail">Until when the step waits for a mail; <c>null</c> where it does not.</param>
    public static (Instant ComesAt, StepWait WaitsFor, Instant ReadyAt)? Of(
        Clock clock, EscalationPolicy policy, EscalationStep step, Instant at, Instant? nextMail)
    {
        var (hold, ready) = (StepWait.None, at);
        while (true)
        {
            if (step.UnlessAcknowledged && clock.AcknowledgementAt(at) is { } taken)
            {
                if (clock.EndedAt <= taken.Until) return null;
                (at, hold) = (taken.Until, StepWait.Acknowledged);
            }
            else if (policy.OpeningFrom(step.At.Name, at) is var opening && opening > at)
            {
                (at, hold) = (UnlessTaken(opening), StepWait.QuietHours);
            }
            else if (nextMail > at)
            {
                (ready, at, hold) = (at, UnlessTaken(nextMail.Value), StepWait.NextMail);
            }
            else
            {
                return (at, hold, hold == StepWait.NextMail ? ready : at);
            }
        }

        // Whoever takes the promise while the step waits has it, as if it had come.
        Instant UnlessTaken(Instant until) => (step.UnlessAcknowledged ? clock.NextAcknowledgement(at, until) : null)?.At ?? until;
    }

    /// <summary>The instant itself where what is told of a moment need not wait, else the end of the quiet hours.</summary>
    public static Instant OpeningFrom(this EscalationPolicy policy, string moment, Instant at) =>
        policy.QuietHours is { } quiet && quiet.Delay(moment) ? Instant.Max(at, quiet.Calendar.NextOpening(at)) : at;

    /// <summary>Whether what waits for a mail may be told with one that comes now.</summary>
    public static bool MayGoAlong(this EscalationPolicy policy, string moment, Instant ready, Instant now) =>
        ready < now && policy.OpeningFrom(moment, now) == now;
}
