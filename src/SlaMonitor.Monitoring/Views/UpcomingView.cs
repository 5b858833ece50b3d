using NodaTime;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Monitoring.Notification.Addressees;

namespace SlaMonitor.Monitoring.Views;

/// <summary>An escalation step that is still to come, as things stand.</summary>
/// <param name="Step">The step.</param>
/// <param name="At">Its moment.</param>
/// <param name="ComesAt">When it is told.</param>
/// <param name="WaitsFor">What it waits for, where that is later; of several, the last.</param>
/// <param name="Recipients">Whom it would tell now, but for those who were told already.</param>
public sealed record UpcomingView(string Step, Instant At, Instant ComesAt, StepWait? WaitsFor, IReadOnlyList<string> Recipients)
{
    /// <summary>Shows what is to come of a ticket: of a step that is repeated, the next time is enough to know.</summary>
    internal static IEnumerable<UpcomingView> AllOf(TicketAssessment assessment, AllowedRecipients allowed, Instant now) =>
        assessment.Pending.DistinctBy(step => (step.Clock.Id, step.Number)).Select(step => Of(step, allowed, now));

    /// <summary>Shows a step.</summary>
    public static UpcomingView Of(ScheduledStep step, AllowedRecipients allowed, Instant now)
    {
        ArgumentNullException.ThrowIfNull(step);
        var recipients = AddresseeLookup.Of(step, allowed, now).Select(recipient => recipient.Address);
        return new(
            $"{step.Clock.Target.Id}, cycle {step.Clock.Cycle}, {step.Name}",
            step.At,
            step.ComesAt,
            step.WaitsFor == StepWait.None ? null : step.WaitsFor,
            [.. recipients.Except(step.Told, StringComparer.OrdinalIgnoreCase)]);
    }
}
