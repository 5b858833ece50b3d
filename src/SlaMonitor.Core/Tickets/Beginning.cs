using NodaTime;

namespace SlaMonitor.Core.Tickets;

/// <summary>How a ticket began, as far as its events tell.</summary>
/// <param name="First">The creation, or else the earliest event that means anything.</param>
/// <param name="At">When the ticket was created: the earliest time that any event tells.</param>
/// <param name="Account">Who told that time, where it is not that of <paramref name="First"/>.</param>
internal sealed record Beginning(TicketEvent First, Instant At, CreationAccount? Account)
{
    private static readonly Duration Second = Duration.FromSeconds(1);

    public bool CreationSeen => First.Type == TicketEventType.Created;

    /// <returns>The beginning; <c>null</c> where no event means anything.</returns>
    public static Beginning? Of(IReadOnlyList<TicketEvent> ordered)
    {
        TicketEvent? created = null;
        TicketEvent? earliest = null;
        TicketEvent? teller = null;
        for (var i = 0; i < ordered.Count; i++)
        {
            var e = ordered[i];
            if (e.Type is TicketEventType.Unknown or TicketEventType.Acknowledged) continue;

            earliest ??= e;
            if (e.Type == TicketEventType.Created) created ??= e;
            if (e.Change.CreatedAt is { } told && !(teller?.Change.CreatedAt <= told)) teller = e;
        }

        var first = created ?? earliest;
        if (first is null) return null;
        if (teller?.Change.CreatedAt is not { } createdAt || !Corrects(created, createdAt)) return new Beginning(first, first.Time, null);

        return new Beginning(first, createdAt, new CreationAccount(teller.Source, teller.Id, teller.TypeName, teller.Time));
    }

    /// <summary>
    /// Whether a told time says more than the creation itself: it is earlier, and not merely the same moment without its fraction of a
    /// second, as helpdesks write it that stamp events more exactly than tickets.
    /// </summary>
    private static bool Corrects(TicketEvent? created, Instant told) => created is null || told <= created.Time - Second;
}
