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

    private int Days => Period == RotationPeriod.Daily ? 1 : 7;

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

        var turns = NodaTime.Period.DaysBetween(HandoverDateOnOrBefore(FirstTurn), LastHandoverDate(instant, zone, Days)) / Days;
        return Members[((turns % Members.Count) + Members.Count) % Members.Count];
    }

    /// <summary>Who is on call next, and from when: the first change after an instant of who is.</summary>
    /// <returns>The turn, or <c>null</c> where it is always the same person.</returns>
    public RotationTurn? NextAfter(Instant instant, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);

        var present = OnCallAt(instant, zone);
        var changes = Overrides.SelectMany(o => new[] { o.Span.Start, o.Span.End }).Where(at => at > instant).Order().ToList();

        // Once around without any stand-in: whoever has not come by then never does.
        var handover = LastHandoverDate(instant, zone, Days);
        for (var quiet = 0; quiet <= Members.Count;)
        {
            handover = handover.PlusDays(Days);
            var at = HandoverOn(handover, zone);
            while (changes.Count > 0 && changes[0] < at)
            {
                if (TurnAt(changes[0]) is { } stoodIn) return stoodIn;
                changes.RemoveAt(0);
                quiet = 0;
            }

            if (at > instant && TurnAt(at) is { } turn) return turn;
            quiet = changes.Count > 0 ? 0 : quiet + 1;
        }

        return null;

        RotationTurn? TurnAt(Instant at) => OnCallAt(at, zone) is var member && member != present ? new RotationTurn(member, at) : null;
    }

    // Starts a day late and walks back, because the wall date of an instant need not be that of the last handover: a handover just after
    // midnight may be followed by an hour that is the day before once more, and one that was skipped may happen on the day after.
    private LocalDate LastHandoverDate(Instant instant, DateTimeZone zone, int days)
    {
        var date = HandoverDateOnOrBefore(instant.InZone(zone).Date.PlusDays(1));
        while (HandoverOn(date, zone) > instant) date = date.PlusDays(-days);
        return date;
    }

    private Instant HandoverOn(LocalDate date, DateTimeZone zone) => zone.ResolveLocal(date + HandoverTime, Resolvers.LenientResolver).ToInstant();

    private LocalDate HandoverDateOnOrBefore(LocalDate date) =>
        Period == RotationPeriod.Daily || date.DayOfWeek == HandoverDay ? date : date.Previous(HandoverDay);
}
