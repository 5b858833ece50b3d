using SlaMonitor.Core.Erasing;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Monitoring.Notification.Addressees;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification.Orders;

/// <summary>Whom an all-clear tells: those who were told what it takes back, and not yet that it is taken back.</summary>
internal static class AllClearTellings
{
    /// <param name="allClear">The all-clear.</param>
    /// <param name="fired">The ids of the steps that were fired.</param>
    /// <param name="ledger">
    /// What was sent of the ticket. Whoever's mail is being sent right now counts too: it may say what is no longer so.
    /// </param>
    /// <param name="traceParent">The trace of what ended the clock.</param>
    public static IEnumerable<Telling> Of(
        AllClear allClear, IReadOnlyCollection<StepId> fired, IReadOnlyList<NotificationRecord> ledger, string? traceParent)
    {
        var clock = allClear.Clock;
        var takenBack = fired.Where(allClear.TakesBack).ToList();
        return ledger
            .Where(record => WasTold(record) && !Pseudonyms.Is(record.Recipient) && takenBack.Exists(step => Told(record, step)))
            .Select(record => AddresseeLookup.Known(clock.Agreement, record.Recipient, AllClear.Moment))
            .DistinctBy(recipient => recipient.Address, StringComparer.OrdinalIgnoreCase)
            .Where(recipient => !allClear.Told.Contains(recipient.Address, StringComparer.OrdinalIgnoreCase))
            .Select(recipient => new Telling(recipient, new OrderItem
            {
                TicketId = clock.Ticket.Id,
                Clock = clock.Id,
                Kind = MailItemKind.AllClear,
                Moment = AllClear.Moment,
                At = clock.EndedAt!.Value,
                Because = recipient.Because,
            }, traceParent));
    }

    /// <summary>Whether a notification has reached somebody, or is about to.</summary>
    public static bool WasTold(NotificationRecord record) => record.State is NotificationState.Sent or NotificationState.Claimed;

    /// <summary>Whether a notification is one of a step. Of somebody who was forgotten only the step's words tell that.</summary>
    public static bool Told(NotificationRecord record, StepId step) => Pseudonyms.Is(record.Recipient)
        ? record.Step == OrderItem.InWords(step)
        : record.NotificationId == NotificationIds.Of(record.TicketId, step.ToString(), record.Recipient);
}
