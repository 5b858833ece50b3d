using System.Net.Mail;
using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Escalations;

namespace SlaMonitor.Monitoring.Notification;

/// <summary>Finds whom a step tells. There is always somebody: where nobody named can be found, the agreement's fallback contact is told.</summary>
internal static class Recipients
{
    private const string Assignee = "assignee";
    private const string Group = "group";

    public static IReadOnlyList<Recipient> Of(ScheduledStep step, Instant now)
    {
        var agreement = step.Clock.Agreement;
        var found = step.Step.Notify
            .Select(who => Find(who, step, now))
            .OfType<Recipient>()
            .DistinctBy(recipient => recipient.Address, StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (found.Count == 0 && agreement.FallbackContact is { } fallback && Contacted(agreement, fallback, fallback, now) is { } instead) found.Add(instead);

        return found;
    }

    private static Recipient? Find(string who, ScheduledStep step, Instant now) => who switch
    {
        Assignee => Known(step.Clock.Agreement, step.Clock.Ticket.Assignee, who, now),
        Group => Known(step.Clock.Agreement, step.Clock.Ticket.Group, who, now),
        _ => Contacted(step.Clock.Agreement, who, who, now),
    };

    /// <summary>A name that the helpdesk gave: one of the agreement's contacts, or an address as it is.</summary>
    private static Recipient? Known(Agreement agreement, string? name, string because, Instant now)
    {
        if (name is null) return null;
        if (agreement.ContactKnownAs(name) is { } contact) return Contacted(agreement, contact.Id, because, now);

        return MailAddress.TryCreate(name, out var address) && address.Address == name
            ? new Recipient(name, because, agreement.Language, agreement.TimeZone)
            : null;
    }

    private static Recipient? Contacted(Agreement agreement, string id, string because, Instant now)
    {
        if (!agreement.Contacts.TryGetValue(id, out var contact)) return null;

        var address = contact.Email ?? contact.Rotation?.OnCallAt(now, agreement.TimeZone);
        return address is null
            ? null
            : new Recipient(address, because, contact.Language ?? agreement.Language, contact.TimeZone ?? agreement.TimeZone);
    }
}
