using NodaTime;
using SlaMonitor.Core.Clocks;

namespace SlaMonitor.Core.Escalations;

/// <summary>The repetitions of a step.</summary>
internal static class Repetitions
{
    /// <summary>
    /// What follows a step that is repeated, in order: each so long after nothing held the one before it back, and after the quiet hours
    /// that it falls into. They end when somebody has taken the promise, for good: whoever lets it expire hears of the later steps. They
    /// end with the clock, and those of a warning when the promise is due.
    /// </summary>
    /// <param name="first">The step itself.</param>
    /// <param name="waiting">What has come and waits for somebody's next mail.</param>
    public static IEnumerable<ScheduledStep> After(ScheduledStep first, IReadOnlyList<WaitingStep>? waiting)
    {
        if (first.Step.Repeat is not { } repeat) yield break;

        var clock = first.Clock;
        var before = first.ReadyAt;
        for (var number = 1; number <= repeat.Times; number++)
        {
            var at = before + repeat.Every;
            if (at >= clock.EndedAt || (first.IsWarning && !(at < clock.DueAt))) yield break;

            var ready = first.Policy.OpeningFrom(first.Step.At.Name, at);
            var step = first with
            {
                Repetition = number,
                At = at,
                ComesAt = ready,
                ReadyAt = ready,
                WaitsFor = ready > at ? StepWait.QuietHours : StepWait.None,
                Waited = null,
            };
            if (waiting?.FirstOrDefault(one => one.Step == step.Id) is { } mail)
            {
                step = step with { Waited = mail };
                if (mail.Until > ready) step = step with { ComesAt = mail.Until, WaitsFor = StepWait.NextMail };
            }

            if (IsTakenBetween(clock, first.ReadyAt, step.ComesAt)) yield break;

            yield return step;
            before = ready;
        }
    }

    private static bool IsTakenBetween(Clock clock, Instant from, Instant to) =>
        clock.AcknowledgementAt(from) is not null
        || clock.AcknowledgementAt(to) is not null
        || clock.NextAcknowledgement(from, to) is not null;
}
