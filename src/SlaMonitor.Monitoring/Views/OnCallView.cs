using NodaTime;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Monitoring.Views;

/// <summary>Who is on call now, and who is next.</summary>
/// <param name="Contact">The rotation.</param>
/// <param name="Now">Who is; nothing where nobody is.</param>
/// <param name="Next">Who comes after; nothing where nobody else is known to.</param>
/// <param name="NextFrom">From when.</param>
public sealed record OnCallView(string Contact, string? Now, string? Next, Instant? NextFrom)
{
    /// <summary>Shows every rotation of an agreement.</summary>
    public static IReadOnlyList<OnCallView>? Of(Agreement? agreement, Instant now)
    {
        var rotations = agreement?.Contacts.Values.Where(contact => contact.Rotation is not null).ToList() ?? [];
        return rotations.Count == 0 ? null : [.. rotations.Select(contact => Of(contact.Id, contact.Rotation!, agreement!.TimeZone, now))];
    }

    private static OnCallView Of(string contact, Rotation rotation, DateTimeZone zone, Instant now)
    {
        var next = rotation.NextAfter(now, zone);
        return new(contact, rotation.OnCallAt(now, zone), next?.Member, next?.From);
    }
}
