using NodaTime;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Monitoring.Views;

/// <summary>Who is on call in a rotation, who is next, and when nobody is.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Contact">The rotation, as the agreement calls it.</param>
/// <param name="TimeZone">The agreement's zone, in which handovers are wall times.</param>
/// <param name="Now">Who is on call; nothing where nobody is.</param>
/// <param name="Next">Who comes after; nothing where nobody else is known to.</param>
/// <param name="NextFrom">From when.</param>
/// <param name="Gaps">When nobody is on call within four weeks, in order.</param>
public sealed record RotationView(
    string Agreement, string Contact, string TimeZone, string? Now, string? Next, Instant? NextFrom, IReadOnlyList<RotationView.Gap> Gaps)
{
    private static readonly Duration Ahead = Duration.FromDays(28);

    /// <summary>Shows every rotation of an agreement.</summary>
    /// <param name="agreement">The version in force.</param>
    /// <param name="at">The instant.</param>
    public static IEnumerable<RotationView> Of(Agreement agreement, Instant at)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return agreement.Contacts.Values.Where(contact => contact.Rotation is not null).Select(contact => Of(agreement, contact, at));
    }

    private static RotationView Of(Agreement agreement, Contact contact, Instant at)
    {
        var (rotation, zone) = (contact.Rotation!, agreement.TimeZone);
        var next = rotation.NextAfter(at, zone);
        return new(
            agreement.Id, contact.Id, zone.Id, rotation.OnCallAt(at, zone), next?.Member, next?.From, [.. GapsOf(rotation, zone, at)]);
    }

    private static IEnumerable<Gap> GapsOf(Rotation rotation, DateTimeZone zone, Instant at) =>
        rotation.ShiftsBetween(at, at + Ahead, zone)
            .Where(shift => shift.Member is null)
            .Select(gap => Instant.Max(gap.Span.Start, at))
            .Select(from => new Gap(from, rotation.NextAfter(from, zone)?.From));

    /// <summary>A stretch in which nobody is on call.</summary>
    /// <param name="From">Its beginning.</param>
    /// <param name="To">Its end; nothing where nobody is known to come.</param>
    public sealed record Gap(Instant From, Instant? To);
}
