using NodaTime;
using NodaTime.Text;
using SlaMonitor.Core.Addresses;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Notification.Addressees;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification.Orders;

/// <summary>
/// Word to the channels that were told of a promise: that somebody has taken it, and that it has ended. So what they show is how it stands,
/// and an alert of a pager does not stay open. Each is told once; the ledger knows which was.
/// </summary>
internal static class ChannelUpdates
{
    /// <summary>What the channels have to hear that they have not heard.</summary>
    /// <param name="assessment">The ticket.</param>
    /// <param name="fired">The steps and all-clears that were fired.</param>
    /// <param name="ledger">What was sent of the ticket.</param>
    /// <param name="now">The present.</param>
    public static IEnumerable<Telling> Of(
        TicketAssessment assessment, IReadOnlyCollection<StepId> fired, IReadOnlyList<NotificationRecord> ledger, Instant now)
    {
        foreach (var clock in assessment.Clocks.Where(clock => ChannelFollowing.Holds(clock, fired)))
        {
            if (NewsOf(clock, fired, now) is not var (moment, at)) continue;

            var steps = fired.Where(step => step.IsOf(clock.Id)).ToList();
            foreach (var channel in ledger
                .Where(record => AllClearTellings.WasTold(record) && ChannelAddress.TryParse(record.Recipient) is { Follows: true }
                    && steps.Exists(step => AllClearTellings.Told(record, step)))
                .Select(record => record.Recipient)
                .Distinct(StringComparer.OrdinalIgnoreCase))
            {
                var item = ItemOf(clock, channel, moment, at);
                var id = NotificationIds.Of(clock.Ticket.Id, item.Subject, channel);
                if (ledger.All(record => record.NotificationId != id))
                    yield return new Telling(AddresseeLookup.Known(clock.Agreement, channel, item.Because), item);
            }
        }
    }

    private static (string Moment, Instant At)? NewsOf(Clock clock, IReadOnlyCollection<StepId> fired, Instant now)
    {
        if (clock.EndedAt is { } ended && ended <= now)
        {
            // Whoever is given an all-clear has heard of the end.
            var isCleared = AllClears.OfKept([clock], now).Any(allClear => fired.Any(allClear.TakesBack));
            return isCleared ? null : ($"ended {InstantPattern.ExtendedIso.Format(ended)}", ended);
        }

        return clock.AcknowledgementAt(now) is { } taken ? ($"taken {InstantPattern.ExtendedIso.Format(taken.At)}", taken.At) : null;
    }

    private static OrderItem ItemOf(Clock clock, string channel, string moment, Instant at) => new()
    {
        TicketId = clock.Ticket.Id,
        Clock = clock.Id,
        Kind = MailItemKind.Update,
        Moment = moment,
        At = at,
        Because = clock.Agreement.Contacts.Values.FirstOrDefault(contact => contact.Channels.Any(one => Is(one, channel)))?.Id ?? channel,
    };

    private static bool Is(ChannelAddress channel, string address) =>
        string.Equals($"{channel}", address, StringComparison.OrdinalIgnoreCase);
}
