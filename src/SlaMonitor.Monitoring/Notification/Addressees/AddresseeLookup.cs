using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Escalations;

namespace SlaMonitor.Monitoring.Notification.Addressees;

/// <summary>
/// Finds whom a step tells. There is always somebody: where nobody named can be found, the agreement's fallback contact is told.
/// </summary>
internal static class AddresseeLookup
{
    private const string Assignee = "assignee";
    private const string Group = "group";

    public static IReadOnlyList<Addressee> Of(ScheduledStep step, AllowedRecipients allowed, Instant now) =>
        Of(step.Clock, step.Step, allowed, now);

    public static IReadOnlyList<Addressee> Of(Clock clock, EscalationStep step, AllowedRecipients allowed, Instant now)
    {
        var agreement = clock.Agreement;
        var found = step.Notify
            .Select(who => Find(who, clock, allowed, now))
            .OfType<Addressee>()
            .DistinctBy(recipient => recipient.Address, StringComparer.OrdinalIgnoreCase)
            .ToList();
        return found.Count > 0 || Fallback(agreement, now) is not { } instead ? found : [instead];
    }

    /// <summary>Who is told when nobody else can be.</summary>
    public static Addressee? Fallback(Agreement agreement, Instant now) =>
        agreement.FallbackContact is { } fallback ? Contacted(agreement, fallback, fallback, now) : null;

    /// <summary>Somebody whose address is known: in the language and zone of whoever in the agreement has it.</summary>
    public static Addressee Known(Agreement agreement, string address, string because)
    {
        var contact = agreement.Contacts.Values.FirstOrDefault(
            contact => string.Equals(contact.Email, address, StringComparison.OrdinalIgnoreCase))
            ?? agreement.Contacts.Values.FirstOrDefault(contact => contact.Rotation?.Includes(address) ?? false);
        return Of(agreement, contact, address, because);
    }

    /// <summary>A contact of an agreement; of a rotation, whoever is on call. <c>null</c> where nobody is.</summary>
    public static Addressee? Contacted(Agreement agreement, string id, string because, Instant now)
    {
        if (!agreement.Contacts.TryGetValue(id, out var contact)) return null;

        var address = contact.Email ?? contact.Rotation?.OnCallAt(now, agreement.TimeZone);
        return address is null ? null : Of(agreement, contact, address, because);
    }

    /// <summary>The same; where nobody is on call, whoever is told when nobody else can be.</summary>
    public static Addressee? ContactedOrFallback(Agreement agreement, string id, string because, Instant now) =>
        Contacted(agreement, id, because, now) ?? Fallback(agreement, now);

    private static Addressee? Find(string who, Clock clock, AllowedRecipients allowed, Instant now) => who switch
    {
        Assignee => Named(clock, clock.Ticket.Assignee, who, allowed, now),
        Group => Named(clock, clock.Ticket.Group, who, allowed, now),
        _ => Contacted(clock.Agreement, who, who, now),
    };

    /// <summary>A name that the helpdesk gave: one of the agreement's contacts, or an address as it is.</summary>
    private static Addressee? Named(Clock clock, string? name, string because, AllowedRecipients allowed, Instant now)
    {
        var agreement = clock.Agreement;
        if (string.IsNullOrEmpty(name)) return null;
        if (agreement.ContactKnownAs(name) is { } contact) return Contacted(agreement, contact.Id, because, now);

        return allowed.Allow(clock.Ticket.Id, because, name)
            ? Of(agreement, contact: null, name, because)
            : null;
    }

    private static Addressee Of(Agreement agreement, Contact? contact, string address, string because) => new(
        address,
        because,
        contact?.Language ?? agreement.Language,
        contact?.TimeZone ?? agreement.TimeZone,
        contact?.Grouping ?? agreement.Grouping)
    {
        QuietHours = contact?.QuietHours,
    };
}
