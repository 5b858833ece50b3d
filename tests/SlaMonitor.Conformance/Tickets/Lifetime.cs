using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;

namespace SlaMonitor.Conformance.Tickets;

/// <summary>
/// Questions that some cases ask of a ticket's whole life rather than of a promise: they are answered by a resolution clock that pauses,
/// with a budget that does not matter.
/// </summary>
internal sealed class Lifetime
{
    private readonly Clock _clock;

    public Lifetime(TicketCase asked)
    {
        var agreement = asked.Book.Agreements[0].Versions[0];
        var target = new Target
        {
            Id = "lifetime",
            Metric = Metric.Resolution,
            Within = BusinessDuration.FromMinutes(1),
            Calendar = agreement.Calendars.Values.First(),
            Pauses = true,
        };
        _clock = ClockSet.Of(asked.Ticket, _ => agreement with { Targets = [target], Escalations = [] })[0];
    }

    public BusinessDuration Between(Instant from, Instant to) => _clock.ElapsedAt(to) - _clock.ElapsedAt(from);

    public Instant? After(Instant from, BusinessDuration amount) => _clock.WhenElapsed(_clock.ElapsedAt(from) + amount);

    /// <summary>The pauses that are over, cut at local midnight: <c>2024-01-15 12:00-24:00</c>.</summary>
    public IEnumerable<string> Pauses()
    {
        var zone = _clock.Agreement.TimeZone;
        foreach (var held in _clock.Stretches.Where(stretch => !stretch.Counts))
        {
            for (var from = held.From; from < held.To;)
            {
                var date = from.InZone(zone).Date;
                var midnight = zone.AtStartOfDay(date.PlusDays(1)).ToInstant();
                var to = Instant.Min(midnight, held.To.Value);
                yield return $"{date:uuuu-MM-dd} {from.InZone(zone):HH:mm}-{(to == midnight ? "24:00" : $"{to.InZone(zone):HH:mm}")}";
                from = to;
            }
        }
    }
}
