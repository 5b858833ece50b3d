using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Erasing;

/// <summary>Takes names out of events, and out of what was worked out of them, by one rule for both.</summary>
public static class EventErasure
{
    /// <summary>The event without the names; the same object where it has none of them.</summary>
    public static TicketEvent Of(TicketEvent e, INameErasure names)
    {
        ArgumentNullException.ThrowIfNull(e);
        ArgumentNullException.ThrowIfNull(names);

        var pass = new Pass(names);
        var change = pass.Of(e.Change);
        return pass.HasChanged ? e with { Change = change } : e;
    }

    /// <summary>The facts of an outcome without the names.</summary>
    public static OutcomeFacts Of(OutcomeFacts facts, INameErasure names)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(names);
        return facts with
        {
            Title = names.Title(facts.Title),
            Url = Address(facts.Url, names),
            Customer = names.Name(facts.Customer),
            Category = names.Name(facts.Category),
            Group = names.Name(facts.Group),
            Assignee = names.Name(facts.Assignee),
        };
    }

    /// <summary>
    /// Adds to the names of a person those under which the log knows them as well: whoever asks is told by every name that they may write
    /// under, so that all names beside one of theirs are theirs too.
    /// </summary>
    /// <param name="person">The names that are known.</param>
    /// <param name="log">The events of one ticket.</param>
    public static PersonNames InLog(PersonNames person, IReadOnlyCollection<TicketEvent> log)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(log);

        while (true)
        {
            var beside = log.Select(e => e.Change.Requesters ?? [])
                .Where(names => names.Any(person.Is)).SelectMany(names => names).ToList();
            if (beside.Count == 0) return person;

            var more = person.With(beside, wroteTitle: true);
            if (more.All.Count == person.All.Count) return more;

            person = more;
        }
    }

    /// <summary>An address is not rewritten but left out: one with a pseudonym in it leads nowhere.</summary>
    private static Uri? Address(Uri? address, INameErasure names) =>
        address is null || Uri.UnescapeDataString(address.OriginalString) is var text && names.Text(text) == text ? address : null;

    /// <summary>One event. It notes whether anything was replaced.</summary>
    private sealed class Pass(INameErasure names)
    {
        public bool HasChanged { get; private set; }

        public TicketChange Of(TicketChange change) => change with
        {
            Requesters = Names(change.Requesters),
            Title = Noted(change.Title, names.Title(change.Title)),
            Url = Noted(change.Url, Address(change.Url, names)),
            Customer = Name(change.Customer),
            Category = Name(change.Category),
            Tags = Names(change.Tags),
            Group = Name(change.Group),
            Assignee = Name(change.Assignee),
            Fields = change.Fields?.ToDictionary(
                field => field.Key, field => Text(names.Name(field.Value), field.Value)!, StringComparer.OrdinalIgnoreCase),
            Agent = Name(change.Agent),
            Author = Name(change.Author),
            AgreedDue = change.AgreedDue is { } due
                ? due with { Reason = Text(due.Reason, due.Reason)!, ApprovedBy = Text(names.Name(due.ApprovedBy), due.ApprovedBy)! }
                : null,
            DuesTold = change.DuesTold?
                .Select(told => told with
                {
                    Reason = Text(told.Reason, told.Reason)!,
                    ApprovedBy = Text(names.Name(told.ApprovedBy), told.ApprovedBy)!,
                })
                .ToList(),
            Acknowledgement = change.Acknowledgement is { } taken
                ? taken with { By = Name(taken.By)!, Replaces = Name(taken.Replaces), GivenBy = Name(taken.GivenBy) }
                : null,
        };

        private List<string>? Names(IReadOnlyList<string>? all) => all?.Select(name => Name(name)!).ToList();

        private string? Name(string? value) => Noted(value, names.Name(value));

        private string? Text(string? text, string? before) => Noted(before, names.Text(text));

        private T Noted<T>(T before, T after)
        {
            HasChanged |= !Equals(before, after);
            return after;
        }
    }
}
