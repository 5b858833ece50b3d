using NodaTime;
using SlaMonitor.Core.Addresses;
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

    private static readonly Grouping AtOnce = new(Duration.Zero);

    public static IReadOnlyList<Addressee> Of(ScheduledStep step, AllowedRecipients allowed, Instant now) =>
        Of(step.Clock, step.Step, allowed, now);

    public static IReadOnlyList<Addressee> Of(Clock clock, EscalationStep step, AllowedRecipients allowed, Instant now)
    {
        var agreement = clock.Agreement;
        var found = step.Notify
            .SelectMany(who => Find(who, clock, allowed, now))
            .DistinctBy(recipient => recipient.Address, StringComparer.OrdinalIgnoreCase)
            .ToList();
        return found.Count > 0 ? found : Fallback(agreement, now);
    }

    /// <summary>Who is told when nobody else can be.</summary>
    public static IReadOnlyList<Addressee> Fallback(Agreement agreement, Instant now) =>
        agreement.FallbackContact is { } fallback ? Contacted(agreement, fallback, fallback, now) : [];

    /// <summary>Somebody whose address is known: in the language and zone of whoever in the agreement has it.</summary>
    public static Addressee Known(Agreement agreement, string address, string because)
    {
        var contact = agreement.Contacts.Values.FirstOrDefault(
            contact => string.Equals(contact.Email, address, StringComparison.OrdinalIgnoreCase)
                || contact.Channels.Any(channel => string.Equals(channel.ToString(), address, StringComparison.OrdinalIgnoreCase)))
            ?? agreement.Contacts.Values.FirstOrDefault(contact => contact.Rotation?.Includes(address) ?? false);
        return Of(agreement, contact, address, because);
    }

    /// <summary>
    /// Where a contact of an agreement is told: by its channels, and by mail; of a rotation, whoever is on call. Nowhere, where nobody is.
    /// </summary>
    public static IReadOnlyList<Addressee> Contacted(Agreement agreement, string id, string because, Instant now)
    {
        if (!agreement.Contacts.TryGetValue(id, out var contact)) return [];

        var mail = contact.IsMailed ? Mailed(agreement, id, because, now) : null;
        return
        [
            .. contact.Channels.Select(channel => Of(agreement, contact, channel.ToString(), because)),
            .. mail is null ? (IEnumerable<Addressee>)[] : [mail],
        ];
    }

    /// <summary>A contact of an agreement by mail, also one that is told by channels alone; <c>null</c> where nobody is on call.</summary>
    public static Addressee? Mailed(Agreement agreement, string id, string because, Instant now) =>
        agreement.Contacts.TryGetValue(id, out var contact)
        && (contact.Email ?? contact.Rotation?.OnCallAt(now, agreement.TimeZone)) is { } address
            ? Of(agreement, contact, address, because)
            : null;

    /// <summary>The same as <see cref="Contacted"/>; where nobody is on call, whoever is told when nobody else can be.</summary>
    public static IReadOnlyList<Addressee> ContactedOrFallback(Agreement agreement, string id, string because, Instant now) =>
        Contacted(agreement, id, because, now) is { Count: > 0 } contacted ? contacted : Fallback(agreement, now);

    private static IReadOnlyList<Addressee> Find(string who, Clock clock, AllowedRecipients allowed, Instant now) => who switch
    {
        Assignee => Named(clock, clock.Ticket.Assignee, who, allowed, now),
        Group => Named(clock, clock.Ticket.Group, who, allowed, now),
        _ => Contacted(clock.Agreement, who, who, now),
    };

    /// <summary>A name that the helpdesk gave: one of the agreement's contacts, or an address as it is.</summary>
    private static IReadOnlyList<Addressee> Named(Clock clock, string? name, string because, AllowedRecipients allowed, Instant now)
    {
        var agreement = clock.Agreement;
        if (string.IsNullOrEmpty(name)) return [];
        if (agreement.ContactKnownAs(name) is { } contact) return Contacted(agreement, contact.Id, because, now);

        return allowed.Allow(clock.Ticket.Id, because, name)
            ? [Of(agreement, contact: null, name, because)]
            : [];
    }

    private static Addressee Of(Agreement agreement, Contact? contact, string address, string because) => new(
        address,
        because,
        contact?.Language ?? agreement.Language,
        contact?.TimeZone ?? agreement.TimeZone,
        contact?.Grouping ?? (ChannelAddress.TryParse(address) is { IsMachine: true } ? AtOnce : agreement.Grouping))
    {
        QuietHours = contact?.QuietHours,
    };
}
