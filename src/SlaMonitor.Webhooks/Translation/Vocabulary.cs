using System.Collections.Frozen;
using NodaTime;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Webhooks.Translation;

/// <summary>What the words of one connection's helpdesk mean to us, and how its tickets are called here.</summary>
/// <param name="Connection">The connection's name.</param>
internal sealed record Vocabulary(string Connection)
{
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    public FrozenDictionary<string, TicketStatus> Statuses { get; init; } = FrozenDictionary<string, TicketStatus>.Empty;

    public IReadOnlySet<string> Deleted { get; init; } = FrozenSet<string>.Empty;

    public FrozenDictionary<string, TicketPriority> Priorities { get; init; } = FrozenDictionary<string, TicketPriority>.Empty;

    public IReadOnlyList<CustomField> Fields { get; init; } = [];

    public FrozenDictionary<string, string> Agents { get; init; } = FrozenDictionary<string, string>.Empty;

    public FrozenDictionary<string, string> Groups { get; init; } = FrozenDictionary<string, string>.Empty;

    public FrozenDictionary<string, string> Customers { get; init; } = FrozenDictionary<string, string>.Empty;

    public FrozenSet<string> Staff { get; init; } = FrozenSet<string>.Empty;

    public string? Customer { get; init; }

    public string? TicketUrl { get; init; }

    public string? TypePrefix { get; init; }

    /// <summary>Who tells of its tickets (CloudEvents <c>source</c>).</summary>
    public string Source => $"/webhooks/{Connection}";

    /// <summary>A ticket's id of ours. Two helpdesks may both have a ticket 42.</summary>
    public string TicketIdOf(string theirs) => $"{Connection}:{theirs}";

    /// <summary>Whether a status of the helpdesk's, if it said one, is a settled one to us.</summary>
    public bool IsDone(string? word) => word is not null && Statuses.TryGetValue(word, out var status) && Happening.IsDone(status);

    /// <summary>Whether a status of the helpdesk's says that the ticket is no more, unless the connection says what it means.</summary>
    public bool IsDeleted(string? word) => word is not null && Deleted.Contains(word) && !Statuses.ContainsKey(word);

    public bool IsStaff(params ReadOnlySpan<string?> names)
    {
        foreach (var name in names)
        {
            if (name is null) continue;
            if (Staff.Contains(name) || Agents.ContainsKey(name)) return true;
            if (name.LastIndexOf('@') is > 0 and var at && Staff.Contains(name[at..])) return true;
        }

        return false;
    }
}
