namespace SlaMonitor.Core.Tickets;

/// <summary>
/// What only the metrics of an agreement's own ask of a ticket: each change of status, group, assignee and fields, and notes beside
/// replies. It is the same fold of the same events, and is made when it is asked for, so that nobody else pays for it.
/// </summary>
/// <param name="States">The ticket's life; at least one entry, in order, at most one for an instant.</param>
/// <param name="Replies">What was written, in order, notes included.</param>
internal sealed record TicketDetail(IReadOnlyList<StateSince> States, IReadOnlyList<Reply> Replies)
{
    /// <summary>Where among <see cref="States"/> the one of an instant is; the first for an instant before the creation.</summary>
    public int IndexAt(NodaTime.Instant at) => Math.Max(Chronology.BegunAt(States, at, state => state.From), 1) - 1;
}
