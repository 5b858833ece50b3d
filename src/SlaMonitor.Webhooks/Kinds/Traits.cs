using NodaTime;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Webhooks.Kinds;

/// <summary>What is usual for a helpdesk, where a connection does not say otherwise.</summary>
internal sealed record Traits
{
    /// <summary>The header of the secret, for a helpdesk that cannot sign; <c>null</c> for one that can, and then must.</summary>
    public string? SecretHeader { get; init; }

    /// <summary>How old what was signed may be; <c>null</c> where no time is signed.</summary>
    public Duration? ReplayWindow { get; init; }

    public IReadOnlyDictionary<string, TicketStatus> Statuses { get; init; } = new Dictionary<string, TicketStatus>(StringComparer.Ordinal);

    /// <summary>The statuses of a ticket that is no more: deleted, or emptied for good.</summary>
    public IReadOnlySet<string> Deleted { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyDictionary<string, TicketPriority> Priorities { get; init; } =
        new Dictionary<string, TicketPriority>(StringComparer.Ordinal);
}
