using System.Collections.Frozen;
using NodaTime;

namespace SlaMonitor.Core.Tickets;

/// <summary>
/// Plays the events of a ticket in their one order (<see cref="TicketEventOrder"/>) and keeps what clocks and reports need.
/// </summary>
internal sealed class TicketFold
{
    private readonly List<StateSince>? _states;
    private readonly List<Reply>? _replies;
    private AgreedDueNotes? _agreedDues;
    private string? _lastAgent;

    private TicketFold(Beginning beginning, IReadOnlySet<string> requesters, bool inDetail)
    {
        if (inDetail) (_states, _replies) = ([], []);
        Id = beginning.First.TicketId;
        CreatedAt = beginning.At;
        CreationSeen = beginning.CreationSeen;
        CreationAccount = beginning.Account;
        LastEventAt = beginning.At;
        Requesters = requesters;
        Facts = new TicketFacts { Source = beginning.First.Source, Requesters = requesters };
    }

    public string Id { get; }

    public Instant CreatedAt { get; }

    public bool CreationSeen { get; }

    public CreationAccount? CreationAccount { get; }

    /// <summary>Everybody whom any event names as the requester, whenever it was told: a message is judged the same in any order.</summary>
    public IReadOnlySet<string> Requesters { get; }

    public Actor? OpenedBy { get; private set; }

    public Instant LastEventAt { get; private set; }

    public string? Title { get; private set; }

    public Uri? Url { get; private set; }

    public string? Assignee => Facts.Assignee ?? _lastAgent;

    public List<Phase> Phases { get; } = new(4);

    public List<Message> Messages { get; } = [];

    public List<FactsSince> FactsHistory { get; } = new(2);

    public List<TicketRating> Ratings { get; } = [];

    public List<Acknowledgement> Acknowledgements { get; } = [];

    public IReadOnlyList<AgreedDueSince> AgreedDues => _agreedDues?.Agreed ?? [];

    private TicketFacts Facts { get; set; }

    public static Ticket? Run(IReadOnlyList<TicketEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);

        var ordered = InOrder(events);
        return Fold(ordered, inDetail: false) is { } fold ? new Ticket(fold, ordered) : null;
    }

    /// <summary>Folds the events of a ticket once more, and keeps what <see cref="Run"/> has no use for.</summary>
    /// <param name="ordered">The events that made the ticket, in their order.</param>
    public static TicketDetail DetailOf(IReadOnlyList<TicketEvent> ordered)
    {
        var fold = Fold(ordered, inDetail: true)!;
        return new TicketDetail(fold._states!, fold._replies!);
    }

    private static TicketFold? Fold(IReadOnlyList<TicketEvent> events, bool inDetail)
    {
        if (Beginning.Of(events) is not { } beginning) return null;

        var fold = new TicketFold(beginning, RequestersOf(events), inDetail);
        var opening = fold.Open(beginning);
        TicketEvent? previous = null;
        for (var i = 0; i < events.Count; i++)
        {
            var next = events[i];
            if (!string.Equals(next.TicketId, fold.Id, StringComparison.Ordinal))
                throw new ArgumentException(
                    $"Events of two tickets cannot be folded together: {fold.Id} and {next.TicketId}.", nameof(events));

            if (!ReferenceEquals(next, opening) && !IsRepeat(previous, next) && !IsRepeat(opening, next)) fold.Play(next, next.Time);
            previous = next;
        }

        return fold;
    }

    public IReadOnlyList<Settlement> Settlements()
    {
        List<Settlement>? settlements = null;
        for (var i = 0; i < Phases.Count; i++)
        {
            if (!Phases[i].IsDone) continue;

            var first = Phases[i];
            while (i + 1 < Phases.Count && Phases[i + 1].IsDone) i++;
            (settlements ??= []).Add(new Settlement(first.From, Phases[i].To, first.Gone));
        }

        return settlements ?? (IReadOnlyList<Settlement>)[];
    }

    private static IReadOnlyList<TicketEvent> InOrder(IReadOnlyList<TicketEvent> events)
    {
        for (var i = 1; i < events.Count; i++)
        {
            if (TicketEventOrder.Instance.Compare(events[i - 1], events[i]) <= 0) continue;

            var sorted = events.ToArray();
            Array.Sort(sorted, TicketEventOrder.Instance);
            return sorted;
        }

        return events;
    }

    private static IReadOnlySet<string> RequestersOf(IReadOnlyList<TicketEvent> events)
    {
        HashSet<string>? requesters = null;
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i].Type != TicketEventType.Unknown && events[i].Change.Requesters is { } told)
                (requesters ??= new(StringComparer.OrdinalIgnoreCase)).UnionWith(told);
        }

        return requesters ?? (IReadOnlySet<string>)FrozenSet<string>.Empty;
    }

    private static bool IsRepeat(TicketEvent? previous, TicketEvent next) =>
        previous is not null
        && string.Equals(previous.Id, next.Id, StringComparison.Ordinal)
        && string.Equals(previous.Source, next.Source, StringComparison.Ordinal);

    /// <summary>Begins the ticket's life: with its first event, or before it, where a time of creation was told and nothing else.</summary>
    /// <returns>The event that was played for it, if one was.</returns>
    private TicketEvent? Open(Beginning beginning)
    {
        var first = beginning.First;
        if (CreationSeen) OpenedBy = AuthorOf(first.Change);
        if (CreationSeen || first.Time <= CreatedAt)
        {
            Play(first, CreatedAt);
            return first;
        }

        // What the creation said is not known. What the first event found is the best guess, but for the status: no pause and no end.
        NoteFacts(CreatedAt, first.Change);
        Phases.Add(new Phase(TicketStatus.New, false, CreatedAt, null));
        NoteState(CreatedAt);
        return null;
    }

    private void Play(TicketEvent e, Instant time)
    {
        if (e.Type == TicketEventType.Unknown) return;
        if (e.Type == TicketEventType.Acknowledged)
        {
            Tickets.Acknowledgements.Note(Acknowledgements, e.Change.Acknowledgement);
            return;
        }

        // Clocks of two machines disagree: what is stamped before the creation happened at it.
        var at = Instant.Max(time, CreatedAt);
        LastEventAt = Instant.Max(LastEventAt, at);
        var change = e.Change;

        Title = change.Title ?? Title;
        Url = change.Url ?? Url;
        var by = AuthorOf(change);
        if (change.Agent is { Length: > 0 } && by != Actor.Customer) _lastAgent = change.Agent;
        if (change.Rating is { } rating) Ratings.Add(new TicketRating(at, rating));
        if (change is not { AgreedDue: null, DuesTold: null }) (_agreedDues ??= new AgreedDueNotes()).Note(at, e);

        NoteFacts(at, change);
        NotePhase(at, e);
        NoteState(at);
        NoteMessage(at, e, by);
    }

    private void NoteFacts(Instant at, TicketChange change)
    {
        // Most events repeat what was said before.
        if (FactsHistory.Count > 0 && !IsNews(change)) return;

        Facts = Facts with
        {
            Customer = Named(change.Customer, Facts.Customer),
            Priority = change.Priority ?? Facts.Priority,
            Emergency = change.Emergency ?? Facts.Emergency,
            Category = Named(change.Category, Facts.Category),
            Tags = change.Tags ?? Facts.Tags,
            Group = Named(change.Group, Facts.Group),
            Assignee = Named(change.Assignee, Facts.Assignee),
            Fields = change.Fields is { } told ? FieldsAfter(told) : Facts.Fields,
        };

        if (FactsHistory.Count > 0 && FactsHistory[^1].From == at) FactsHistory.RemoveAt(FactsHistory.Count - 1);
        FactsHistory.Add(new FactsSince(at, Facts));
    }

    private bool IsNews(TicketChange change) =>
        change.Tags is not null
        || (change.Fields is { } told && told.Any(IsNews))
        || (change.Priority is { } priority && priority != Facts.Priority)
        || (change.Emergency is { } emergency && emergency != Facts.Emergency)
        || !string.Equals(Named(change.Customer, Facts.Customer), Facts.Customer, StringComparison.Ordinal)
        || !string.Equals(Named(change.Category, Facts.Category), Facts.Category, StringComparison.Ordinal)
        || !string.Equals(Named(change.Group, Facts.Group), Facts.Group, StringComparison.Ordinal)
        || !string.Equals(Named(change.Assignee, Facts.Assignee), Facts.Assignee, StringComparison.Ordinal);

    /// <summary>Webhooks send the mapped fields with each event, mostly as they were. To clear what is not set is no news.</summary>
    private bool IsNews(KeyValuePair<string, string> told) =>
        !string.Equals(Facts.Fields.GetValueOrDefault(told.Key, string.Empty), told.Value, StringComparison.Ordinal);

    private Dictionary<string, string> FieldsAfter(IReadOnlyDictionary<string, string> told)
    {
        var fields = new Dictionary<string, string>(Facts.Fields, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in told)
        {
            if (value.Length == 0) fields.Remove(name);
            else fields[name] = value;
        }

        return fields;
    }

    private void NoteState(Instant at)
    {
        if (_states is null) return;
        var (status, gone) = (Phases[^1].Status, Phases[^1].Gone);
        if (_states.Count > 0 && _states[^1].From == at) _states.RemoveAt(_states.Count - 1);
        _states.Add(new StateSince(at, Facts with { Status = status }, gone));
    }

    private void NotePhase(Instant at, TicketEvent e)
    {
        if (Phases.Count == 0)
        {
            Phases.Add(new Phase(StatusChange.StatusAfter(e, TicketStatus.New), StatusChange.IsGoneAfter(e, false), at, null));
            return;
        }

        var present = Phases[^1];
        var status = StatusChange.StatusAfter(e, present.Status);
        var gone = StatusChange.IsGoneAfter(e, present.Gone);
        if (status == present.Status && gone == present.Gone) return;

        if (present.From == at) Phases.RemoveAt(Phases.Count - 1);
        else Phases[^1] = present with { To = at };

        if (Phases.Count > 0 && Phases[^1].Status == status && Phases[^1].Gone == gone) Phases[^1] = Phases[^1] with { To = null };
        else Phases.Add(new Phase(status, gone, at, null));
    }

    private void NoteMessage(Instant at, TicketEvent e, Actor? by)
    {
        if (e.Type != TicketEventType.Replied) return;
        if (by is Actor.Agent or Actor.Customer) _replies?.Add(new Reply(at, by.Value, e.Change.Public != false));
        if (e.Change.Public == false) return;
        if (by is Actor.Agent or Actor.Customer) Messages.Add(new Message(at, by.Value, by == Actor.Agent ? e.Change.Agent : null));
    }

    /// <summary>
    /// Who acted: the requester is the customer, also where they belong to the house, and an automation never is anybody.
    /// </summary>
    private Actor? AuthorOf(TicketChange change)
    {
        if (change.By == Actor.System) return Actor.System;
        if ((change.Author ?? change.Agent) is { Length: > 0 } author && Requesters.Contains(author)) return Actor.Customer;
        if (change.OthersAreAgents != true) return change.By;

        return Requesters.Count > 0 && change.Author is { Length: > 0 } ? Actor.Agent : null;
    }

    private static string? Named(string? said, string? before) => said switch
    {
        null => before,
        "" => null,
        _ => said,
    };
}
