using NodaTime;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Monitoring.Notification.Addressees;

namespace SlaMonitor.Monitoring.Notification.Orders;

/// <summary>Whom the steps of a ticket that have come tell.</summary>
internal static class StepTellings
{
    /// <summary>
    /// Everybody whom a step names, but for those who were told of it already, and those who are told of a later step of the same clock,
    /// now, with their next mail, or before: they know more than the earlier one would tell them.
    /// </summary>
    /// <param name="firing">The steps that have come.</param>
    /// <param name="fired">The ids of those that came before.</param>
    /// <param name="allowed">Which addresses may be told.</param>
    /// <param name="now">The present, which says who is on call.</param>
    /// <param name="traceOf">The trace of a step that tells somebody; asked once for each.</param>
    public static IEnumerable<(ScheduledStep Step, Telling Telling)> Of(
        IReadOnlyList<ScheduledStep> firing, IReadOnlySet<StepId> fired, AllowedRecipients allowed, Instant now,
        Func<ScheduledStep, string?> traceOf)
    {
        foreach (var ofClock in firing.GroupBy(step => step.Clock))
        {
            var told = TellingStepsOf(ofClock.Key, [.. ofClock], fired, allowed, now);
            foreach (var step in ofClock)
            {
                var recipients = AddresseeLookup.Of(step, allowed, now)
                    .Where(who => !step.Told.Contains(who.Address, StringComparer.OrdinalIgnoreCase)
                        && !told.Exists(later => IsLater(later.Step, step) && later.Names(who)))
                    .ToList();
                var trace = recipients.Count > 0 ? traceOf(step) : null;
                foreach (var recipient in recipients) yield return (step, new Telling(recipient, ItemOf(step, recipient), trace));
            }
        }
    }

    private static List<ToldStep> TellingStepsOf(
        Clock clock, List<ScheduledStep> firing, IReadOnlySet<StepId> fired, AllowedRecipients allowed, Instant now) =>
    [
        .. firing.Select(step => new ToldStep(step, AddresseeLookup.Of(step, allowed, now))),
        .. EscalationSchedule.Of(clock)
            .Where(step => fired.Contains(step.Id))
            .Select(step => new ToldStep(step, AddresseeLookup.Of(step, allowed, step.ComesAt))),
    ];

    private static bool IsLater(ScheduledStep later, ScheduledStep step) =>
        later.At > step.At || (later.At == step.At && later.Number > step.Number);

    private static OrderItem ItemOf(ScheduledStep step, Addressee recipient) => new()
    {
        TicketId = step.Clock.Ticket.Id,
        Clock = step.Clock.Id,
        Kind = step.IsWarning ? MailItemKind.Warning : MailItemKind.Breach,
        Moment = step.Name,
        At = step.At,
        HasWaited = step.WaitsFor != StepWait.None,
        Because = recipient.Because,
    };

    private sealed record ToldStep(ScheduledStep Step, IReadOnlyList<Addressee> Recipients)
    {
        public bool Names(Addressee recipient) =>
            Recipients.Any(told => string.Equals(told.Address, recipient.Address, StringComparison.OrdinalIgnoreCase));
    }
}
