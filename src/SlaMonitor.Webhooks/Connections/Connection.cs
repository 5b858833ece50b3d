using System.Collections.Frozen;
using NodaTime;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Webhooks.Connections;

/// <summary>One helpdesk that may send, made ready: its kind, its keys, and what its words mean.</summary>
public sealed class Connection
{
    /// <summary>The name, in small letters: the last part of the address, and what stands before the ids of its tickets.</summary>
    public required string Name { get; init; }

    /// <summary>The helpdesk.</summary>
    public required HelpdeskKind Kind { get; init; }

    /// <summary>Whether its secret has come from where it is kept. Until then nothing that is sent can be told from a forgery.</summary>
    public bool HasSecret => Keys.Count > 0;

    /// <summary>The keys that are taken. Without any, nothing is genuine.</summary>
    internal IReadOnlyList<byte[]> Keys { get; init; } = [];

    internal string? SecretHeader { get; init; }

    internal Duration ReplayWindow { get; init; }

    internal DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    internal FrozenDictionary<string, TicketStatus> Statuses { get; init; } = FrozenDictionary<string, TicketStatus>.Empty;

    internal FrozenDictionary<string, TicketPriority> Priorities { get; init; } = FrozenDictionary<string, TicketPriority>.Empty;

    internal IReadOnlyList<CustomField> Fields { get; init; } = [];

    internal FrozenDictionary<string, string> Agents { get; init; } = FrozenDictionary<string, string>.Empty;

    internal FrozenDictionary<string, string> Groups { get; init; } = FrozenDictionary<string, string>.Empty;

    internal FrozenDictionary<string, string> Customers { get; init; } = FrozenDictionary<string, string>.Empty;

    internal FrozenSet<string> Staff { get; init; } = FrozenSet<string>.Empty;

    internal string? Customer { get; init; }

    internal string? TicketUrl { get; init; }

    internal string? TypePrefix { get; init; }

    /// <summary>Who tells of its tickets (CloudEvents <c>source</c>).</summary>
    public string Source => $"/webhooks/{Name}";

    /// <summary>A ticket's id of ours. Two helpdesks may both have a ticket 42.</summary>
    public string TicketIdOf(string theirs) => $"{Name}:{theirs}";

    internal bool IsStaff(params ReadOnlySpan<string?> names)
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
