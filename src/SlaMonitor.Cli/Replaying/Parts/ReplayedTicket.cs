using NodaTime;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Cli.Replaying.Parts;

/// <summary>A ticket with all that happened to it, and where that is written.</summary>
internal sealed class ReplayedTicket(string id)
{
    private readonly List<TicketEvent> _log = [];
    private readonly List<LinePlace> _places = [];

    public string Id => id;

    public void Add(TicketEvent happened, LinePlace place)
    {
        _log.Add(happened);
        _places.Add(place);
    }

    /// <summary>What is known at a moment: what had not happened by then is not known then.</summary>
    public IReadOnlyList<TicketEvent> KnownAt(Instant asOf) =>
        _log.Exists(happened => happened.Time > asOf) ? _log.FindAll(happened => happened.Time <= asOf) : _log;

    /// <summary>When what is known at a moment happened, and where it is written; in order of time.</summary>
    public IReadOnlyList<ToldPlace> PlacesAt(Instant asOf)
    {
        ToldPlace[] places =
        [
            .. _log.Zip(_places, (happened, place) => new ToldPlace(happened.Time, place, IsLast: false))
                .Where(one => one.Time <= asOf)
                .OrderBy(one => one.Time)
                .ThenBy(one => one.Place.Number),
        ];
        if (places.Length > 0) places[^1] = places[^1] with { IsLast = true };
        return places;
    }
}
