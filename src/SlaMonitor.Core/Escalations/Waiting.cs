using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Clocks;

namespace SlaMonitor.Core.Escalations;

/// <summary>How long a step has to wait before it may be told.</summary>
internal static class Waiting
{
    /// <summary>
    /// The first moment, from the step's own on, at which nobody has taken the promise and no quiet hours hold the step back; with what it
    /// waited for last. <c>null</c> where the clock ended in the hands of whoever took it: nobody else need be told.
    /// </summary>
    public static (Instant ComesAt, StepWait WaitsFor)? Of(Clock clock, EscalationPolicy policy, EscalationStep step, Instant at)
    {
        var hold = StepWait.None;
        while (true)
        {
            if (step.UnlessAcknowledged && clock.AcknowledgementAt(at) is { } taken)
            {
                if (clock.EndedAt <= taken.Until) return null;
                (at, hold) = (taken.Until, StepWait.Acknowledged);
            }
            else if (policy.OpeningFrom(step.At.Name, at) is var opening && opening > at)
            {
                // Whoever takes the promise while the step waits has it, as if it had come.
                var meanwhile = step.UnlessAcknowledged ? clock.NextAcknowledgement(at, opening) : null;
                (at, hold) = (meanwhile?.At ?? opening, StepWait.QuietHours);
            }
            else
            {
                return (at, hold);
            }
        }
    }

    /// <summary>The instant itself where what is told of a moment need not wait, else the end of the quiet hours.</summary>
    public static Instant OpeningFrom(this EscalationPolicy policy, string moment, Instant at) =>
        policy.QuietHours is { } quiet && quiet.Delay(moment) ? Instant.Max(at, quiet.Calendar.NextOpening(at)) : at;
}
