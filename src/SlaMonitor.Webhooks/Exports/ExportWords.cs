using System.Collections.Frozen;
using NodaTime;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Webhooks.Exports;

/// <summary>
/// What the words of an export mean, beyond what is usual for its helpdesk: the same settings as those of a connection, with the same
/// meaning. Keys ignore case.
/// </summary>
public sealed record ExportWords
{
    /// <summary>
    /// The connection by which the helpdesk sends, or would: it stands before the ids of its tickets. <c>null</c>: the helpdesk's name.
    /// </summary>
    public string? Connection { get; init; }

    /// <summary>The zone of times that come without any.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>Statuses by the helpdesk's words; for GitHub, labels.</summary>
    public IReadOnlyDictionary<string, TicketStatus> Statuses { get; init; } = FrozenDictionary<string, TicketStatus>.Empty;

    /// <summary>Priorities by the helpdesk's words; for GitHub, labels.</summary>
    public IReadOnlyDictionary<string, TicketPriority> Priorities { get; init; } = FrozenDictionary<string, TicketPriority>.Empty;

    /// <summary>Agents by the helpdesk's ids. They are staff.</summary>
    public IReadOnlyDictionary<string, string> Agents { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Groups by the helpdesk's ids.</summary>
    public IReadOnlyDictionary<string, string> Groups { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Customers by the helpdesk's ids.</summary>
    public IReadOnlyDictionary<string, string> Customers { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Who else is staff: ids, logins or addresses, and <c>@example.com</c> for a whole domain.</summary>
    public IReadOnlyList<string> Staff { get; init; } = [];

    /// <summary>The customer of every ticket, where the export is of one only.</summary>
    public string? Customer { get; init; }

    /// <summary>Where a person opens a ticket, with <c>{id}</c> for its id.</summary>
    public string? TicketUrl { get; init; }
}
