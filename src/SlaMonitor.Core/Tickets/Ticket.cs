using NodaTime;

namespace SlaMonitor.Core.Tickets;

/// <summary>
/// A ticket: the fold of its events (<see cref="TicketFold"/>). Any arrival order and any duplicates of the same
/// events give the same ticket.
/// </summary>
public sealed class Ticket
{
    private readonly IReadOnlyList<TicketEvent> _events;
    private TicketDetail? _detail;

    internal Ticket(TicketFold fold, IReadOnlyList<TicketEvent> events)
    {
        _events = events;
        Id = fold.Id;
        CreatedAt = fold.CreatedAt;
        CreationSeen = fold.CreationSeen;
        CreationAccount = fold.CreationAccount;
        Requesters = fold.Requesters;
        OpenedBy = fold.OpenedBy;
        LastEventAt = fold.LastEventAt;
        Title = fold.Title;
        Url = fold.Url;
        Assignee = fold.Assignee;
        Phases = fold.Phases;
        Settlements = fold.Settlements();
        Messages = fold.Messages;
        FactsHistory = fold.FactsHistory;
        Ratings = fold.Ratings;
        Acknowledgements = fold.Acknowledgements;
        AgreedDues = fold.AgreedDues;
    }

    /// <summary>The ticket's id, as the helpdesk writes it.</summary>
    public string Id { get; }

    /// <summary>When the ticket came into being; every clock counts from here.</summary>
    public Instant CreatedAt { get; }

    /// <summary>
    /// Whether the creation itself was told of. If not, <see cref="CreatedAt"/> is what <see cref="CreationAccount"/> told, or else
    /// the time of the earliest event.
    /// </summary>
    public bool CreationSeen { get; }

    /// <summary>Who told <see cref="CreatedAt"/>, where the creation was not received or tells a later time itself.</summary>
    public CreationAccount? CreationAccount { get; }

    /// <summary>Whether the creation was never received, and only a later event told its time.</summary>
    public bool IsOnlyToldOf => !CreationSeen && CreationAccount is not null;

    /// <summary>Who asked, by every name that any event gave; empty where none did.</summary>
    public IReadOnlySet<string> Requesters { get; }

    /// <summary>Who opened the ticket; <c>null</c> where its creation was not received, or does not say.</summary>
    public Actor? OpenedBy { get; }

    /// <summary>The latest occurrence time among the events.</summary>
    public Instant LastEventAt { get; }

    /// <summary>The title: untrusted text, encoded wherever it is shown.</summary>
    public string? Title { get; }

    /// <summary>Where a person opens the ticket.</summary>
    public Uri? Url { get; }

    /// <summary>The agent who has the ticket: who it was last assigned to, else who last acted on it.</summary>
    public string? Assignee { get; }

    /// <summary>The ticket's life in statuses: at least one phase, without gaps, in order.</summary>
    public IReadOnlyList<Phase> Phases { get; }

    /// <summary>When the matter was settled, in order; empty while it never was.</summary>
    public IReadOnlyList<Settlement> Settlements { get; }

    /// <summary>What was said publicly, in order.</summary>
    public IReadOnlyList<Message> Messages { get; }

    /// <summary>What agreements may ask of the ticket, as it changed; at least one entry, in order.</summary>
    public IReadOnlyList<FactsSince> FactsHistory { get; }

    /// <summary>The customer's ratings, in order.</summary>
    public IReadOnlyList<TicketRating> Ratings { get; }

    /// <summary>Who took which promise, in order; of one promise, no two at the same time.</summary>
    public IReadOnlyList<Acknowledgement> Acknowledgements { get; }

    /// <summary>The due times that were agreed for the ticket, in order, whether or not its agreement lets them count.</summary>
    public IReadOnlyList<AgreedDueSince> AgreedDues { get; }

    /// <summary>The present status.</summary>
    public TicketStatus Status => Phases[^1].Status;

    /// <summary>Whether the ticket was merged away or deleted.</summary>
    public bool IsGone => Phases[^1].Gone;

    /// <summary>What agreements may ask of the ticket now.</summary>
    public TicketFacts Facts => FactsHistory[^1].Facts;

    /// <summary>The customer that the ticket belongs to.</summary>
    public string? Customer => Facts.Customer;

    /// <summary>The present priority.</summary>
    public TicketPriority Priority => Facts.Priority;

    /// <summary>Whether the ticket is an emergency in the agreement's sense.</summary>
    public bool Emergency => Facts.Emergency;

    /// <summary>The group that has the ticket.</summary>
    public string? Group => Facts.Group;

    /// <summary>What metrics of an agreement's own ask of the ticket. The events must not have changed since they were folded.</summary>
    internal TicketDetail Detail => _detail ??= TicketFold.DetailOf(_events);

    /// <summary>What agreements could ask of the ticket at an instant: what the events up to and including it had said.</summary>
    public TicketFacts FactsAt(Instant at) => FactsHistory[FactsIndexAt(at)].Facts;

    /// <summary>
    /// When the problem was resolved, for good as far as is known; <c>null</c> while it is open, and where it was given up. Somebody has to
    /// say that it is resolved: closing alone does not.
    /// </summary>
    public Instant? ResolvedAt => Settlements is [.., { To: null, Gone: false } last]
        && Phases.Any(phase => phase.From >= last.From && phase.Status == TicketStatus.Resolved)
            ? last.From
            : null;

    /// <summary>The settlement that an instant lies in, or else the first one after it.</summary>
    public Settlement? SettlementFrom(Instant at)
    {
        var begun = Chronology.BegunAt(Settlements, at, settlement => settlement.From);
        if (begun > 0 && (Settlements[begun - 1].To is not { } to || to > at)) return Settlements[begun - 1];

        return begun < Settlements.Count ? Settlements[begun] : null;
    }

    /// <summary>The settlement that an instant lies in, or <c>null</c> where the matter was open then.</summary>
    internal Settlement? SettlementAt(Instant at) => SettlementFrom(at) is { } settled && settled.From <= at ? settled : null;

    /// <summary>When one side first said something, from an instant on; <c>null</c>: it has not.</summary>
    internal Instant? FirstMessage(Actor by, Instant from)
    {
        for (var i = 0; i < Messages.Count; i++)
        {
            if (Messages[i].By == by && Messages[i].At >= from) return Messages[i].At;
        }

        return null;
    }

    /// <summary>The status that the ticket had until an instant; at its creation, the one that it was created with.</summary>
    internal TicketStatus StatusBefore(Instant at)
    {
        var index = PhaseIndexAt(at);
        return Phases[index].From == at && index > 0 ? Phases[index - 1].Status : Phases[index].Status;
    }

    /// <summary>Where among <see cref="FactsHistory"/> the facts of an instant are; the first for an instant before the creation.</summary>
    internal int FactsIndexAt(Instant at) => Math.Max(Chronology.BegunAt(FactsHistory, at, facts => facts.From), 1) - 1;

    /// <summary>Where among <see cref="Phases"/> the one of an instant is; the first for an instant before the creation.</summary>
    internal int PhaseIndexAt(Instant at) => Math.Max(Chronology.BegunAt(Phases, at, phase => phase.From), 1) - 1;

    /// <summary>Folds the events of one ticket, in whatever order they are given.</summary>
    /// <returns>
    /// The ticket, or <c>null</c> where the log holds nothing but events of unknown types: nothing is known to be promised.
    /// </returns>
    /// <exception cref="ArgumentException">The events belong to different tickets.</exception>
    public static Ticket? Fold(IReadOnlyList<TicketEvent> events) => TicketFold.Run(events);
}
