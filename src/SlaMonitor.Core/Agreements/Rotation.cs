using NodaTime;
using NodaTime.TimeZones;

namespace SlaMonitor.Core.Agreements;

/// <summary>Who is on call when: members take turns in order, handing over at a fixed wall time.</summary>
/// <param name="Period">How long a turn lasts.</param>
/// <param name="HandoverDay">The day of a weekly handover; ignored for a daily one.</param>
/// <param name="HandoverTime">The wall time of the handover in the agreement's zone.</param>
/// <param name="FirstTurn">
/// The day on which the first member's first turn begins, or any later day of that turn: turns are counted from here, forwards and backwards.
/// </param>
/// <param name="Members">Addresses in order; at least one.</param>
public sealed record Rotation(
    RotationPeriod Period,
    IsoDayOfWeek HandoverDay,
    LocalTime HandoverTime,
    LocalDate FirstTurn,
    IReadOnlyList<string> Members)
{
    /// <summary>Who stands in for whom.</summary>
    public IReadOnlyList<RotationOverride> Overrides { get; init; } = [];

    /// <summary>Whose turn it is. There is always somebody, before the first turn too.</summary>
    /// <param name="instant">The moment.</param>
    /// <param name="zone">The agreement's zone, in which handovers are wall times.</param>
    /// <returns>An address.</returns>
    /// <remarks>
    /// A handover time that a spring-forward skips happens as much later as was skipped, and one that an autumn-back repeats happens the
    /// first time (NodaTime's lenient resolver, as for opening hours). So a turn may last an hour more or less, but nobody's turn is lost.
    /// </remarks>
    public string OnCallAt(Instant instant, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);

        if (Overrides.LastOrDefault(o => o.Span.Contains(instant)) is { } standIn) return standIn.Member;

        var days = Period == RotationPeriod.Daily ? 1 : 7;
        var turns = NodaTime.Period.DaysBetween(HandoverDateOnOrBefore(FirstTurn), LastHandoverDate(instant, zone, days)) / days;
        return Members[((turns % Members.Count) + Members.Count) % Members.Count];
    }

    // Starts a day late and walks back, because the wall date of an instant need not be that of the last handover: a handover just after
    // midnight may be followed by an hour that is the day before once more, and one that was skipped may happen on the day after.
    private LocalDate LastHandoverDate(Instant instant, DateTimeZone zone, int days)
    {
        var date = HandoverDateOnOrBefore(instant.InZone(zone).Date.PlusDays(1));
        while (zone.ResolveLocal(date + HandoverTime, Resolvers.LenientResolver).ToInstant() > instant) date = date.PlusDays(-days);
        return date;
    }

    private LocalDate HandoverDateOnOrBefore(LocalDate date) =>
        Period == RotationPeriod.Daily || date.DayOfWeek == HandoverDay ? date : date.Previous(HandoverDay);
}
