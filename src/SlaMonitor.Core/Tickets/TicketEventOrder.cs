namespace SlaMonitor.Core.Tickets;

/// <summary>
/// The one order in which events are folded: by occurrence time, then the creation before all else, then by id, then by source.
/// Creation goes first because helpdesks stamp it and the changes made by its own triggers with the same second,
/// and a change that is folded before the ticket exists would be undone by it.
/// </summary>
public sealed class TicketEventOrder : IComparer<TicketEvent>
{
    /// <summary>The only instance: the order has no settings.</summary>
    public static TicketEventOrder Instance { get; } = new();

    private TicketEventOrder()
    {
    }

    /// <inheritdoc />
    public int Compare(TicketEvent? x, TicketEvent? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);

        var byTime = x.Time.CompareTo(y.Time);
        if (byTime != 0) return byTime;

        var creationFirst = (y.Type == TicketEventType.Created).CompareTo(x.Type == TicketEventType.Created);
        if (creationFirst != 0) return creationFirst;

        var byId = string.CompareOrdinal(x.Id, y.Id);
        return byId != 0 ? byId : string.CompareOrdinal(x.Source, y.Source);
    }
}
