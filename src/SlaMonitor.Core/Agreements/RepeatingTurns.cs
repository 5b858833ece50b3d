using NodaTime;
using NodaTime.TimeZones;

namespace SlaMonitor.Core.Agreements;

/// <summary>Members take turns in order, handing over at a fixed wall time. There is always somebody, before the first turn too.</summary>
/// <param name="Period">How long a turn lasts.</param>
/// <param name="HandoverDay">The day of a weekly handover; ignored for a daily one.</param>
/// <param name="HandoverTime">The wall time of the handover in the agreement's zone.</param>
/// <param name="FirstTurn">
/// The day on which the first member's first turn begins, or any later day of that turn: turns are counted from
/// here, forwards and backwards.
/// </param>
/// <param name="Order">Addresses in order; at least one.</param>
/// <remarks>
/// A handover time that a spring-forward skips happens as much later as was skipped, and one that an autumn-back repeats happens the
/// first time (NodaTime's lenient resolver, as for opening hours). So a turn may last an hour more or less, but nobody's turn is lost.
/// </remarks>
public sealed record RepeatingTurns(
    RotationPeriod Period, IsoDayOfWeek HandoverDay, LocalTime HandoverTime, LocalDate FirstTurn, IReadOnlyList<string> Order) : Turns
{
    /// <inheritdoc />
    public override IReadOnlyList<string> Members => Order;

    internal override int? HandoversInARound => Order.Count;

    private int Days => Period == RotationPeriod.Daily ? 1 : 7;

    /// <inheritdoc />
    public override string? At(Instant instant, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);

        var turns = NodaTime.Period.DaysBetween(HandoverDateOnOrBefore(FirstTurn), LastHandoverDate(instant, zone)) / Days;
        return Order[((turns % Order.Count) + Order.Count) % Order.Count];
    }

    internal override Instant? HandoverAfter(Instant instant, DateTimeZone zone)
    {
        var date = LastHandoverDate(instant, zone);
        Instant at;
        do
        {
            date = date.PlusDays(Days);
            at = HandoverOn(date, zone);
        }
        while (at <= instant);

        return at;
    }

    // Starts a day late and walks back, because the wall date of an instant need not be that of the last handover: a handover just after
    // midnight may be followed by an hour that is the day before once more, and one that was skipped may happen on the day after.
    private LocalDate LastHandoverDate(Instant instant, DateTimeZone zone)
    {
        var date = HandoverDateOnOrBefore(instant.InZone(zone).Date.PlusDays(1));
        while (HandoverOn(date, zone) > instant) date = date.PlusDays(-Days);
        return date;
    }

    private Instant HandoverOn(LocalDate date, DateTimeZone zone) =>
        zone.ResolveLocal(date + HandoverTime, Resolvers.LenientResolver).ToInstant();

    private LocalDate HandoverDateOnOrBefore(LocalDate date) =>
        Period == RotationPeriod.Daily || date.DayOfWeek == HandoverDay ? date : date.Previous(HandoverDay);
}
