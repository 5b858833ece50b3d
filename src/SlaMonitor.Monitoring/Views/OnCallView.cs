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
    /// <summary>Whose turn it would be, where somebody stands in for them.</summary>
    public string? InPlaceOf { get; init; }

    /// <summary>Who changed the shift so while the monitor runs; nothing where the agreement itself says it.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>Until when somebody stands in.</summary>
    public Instant? StandsInUntil { get; init; }

    /// <summary>Shows every rotation of an agreement.</summary>
    public static IReadOnlyList<OnCallView>? Of(Agreement? agreement, Instant now)
    {
        var rotations = agreement?.Contacts.Values.Where(contact => contact.Rotation is not null).ToList() ?? [];
        return rotations.Count == 0 ? null : [.. rotations.Select(contact => Of(contact.Id, contact.Rotation!, agreement!.TimeZone, now))];
    }

    private static OnCallView Of(string contact, Rotation rotation, DateTimeZone zone, Instant now)
    {
        var next = rotation.NextAfter(now, zone);
        var standIn = rotation.Overrides.LastOrDefault(one => one.Span.Contains(now));
        return new(contact, rotation.OnCallAt(now, zone), next?.Member, next?.From)
        {
            InPlaceOf = standIn is null ? null : rotation.Turns.At(now, zone),
            ChangedBy = standIn?.ChangedBy,
            StandsInUntil = standIn?.Span.End,
        };
    }
}
