using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Erasing;

/// <summary>
/// Reduces the log of a ticket to what its outcomes need: when what happened, how the ticket stood, and by which agent. Titles, addresses
/// and events that nothing follows from go; requesters stay apart from agents, under pseudonyms.
/// </summary>
public sealed class LogReduction
{
    private readonly Pseudonyms _pseudonyms;
    private readonly bool _keepsTerms;
    private readonly HashSet<string> _requesters;

    /// <param name="pseudonyms">What stands for requesters.</param>
    /// <param name="log">The whole log of the ticket, reduced before or not.</param>
    /// <param name="keepsTerms">Whether tags and fields stay, because an agreement asks for them.</param>
    public LogReduction(Pseudonyms pseudonyms, IEnumerable<TicketEvent> log, bool keepsTerms)
    {
        ArgumentNullException.ThrowIfNull(pseudonyms);
        ArgumentNullException.ThrowIfNull(log);
        (_pseudonyms, _keepsTerms) = (pseudonyms, keepsTerms);
        _requesters = log.SelectMany(e => e.Change.Requesters ?? []).Select(Pseudonym).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The event as it stays; <c>null</c> where nothing follows from it.</summary>
    public TicketEvent? Of(TicketEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        if (e.Type is TicketEventType.Unknown or TicketEventType.Acknowledged) return null;

        var change = e.Change with
        {
            Title = null,
            Url = null,
            Requesters = e.Change.Requesters?.Select(Pseudonym).ToList(),
            Author = Writer(e.Change.Author),
            Agent = Writer(e.Change.Agent),
            AgreedDue = e.Change.AgreedDue is { } due ? due with { ApprovedBy = Writer(due.ApprovedBy)! } : null,
            DuesTold = e.Change.DuesTold?.Select(told => told with { ApprovedBy = Writer(told.ApprovedBy)! }).ToList(),
            Tags = _keepsTerms ? e.Change.Tags : null,
            Fields = _keepsTerms ? e.Change.Fields : null,
        };
        return e.Type == TicketEventType.Updated && change == TicketChange.None ? null : e with { Change = change };
    }

    /// <summary>Who wrote: an agent stays known, and a requester is still the one whom the ticket knows as such.</summary>
    private string? Writer(string? name) => name is not null && _requesters.Contains(Pseudonym(name)) ? Pseudonym(name) : name;

    private string Pseudonym(string name) =>
        Pseudonyms.Is(name) ? name : _pseudonyms.Of(name);
}
