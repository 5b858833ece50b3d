using NodaTime;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification;

/// <summary>Which notifications somebody asks for. What is <c>null</c> is not asked; all that is asked must hold.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Recipient">Who was told, in any case.</param>
/// <param name="State">What became of it.</param>
/// <param name="From">Claimed last at this instant or after it.</param>
/// <param name="To">Claimed last before this instant.</param>
public sealed record ToldFilter(string? Ticket, string? Recipient, NotificationState? State, Instant? From, Instant? To)
{
    /// <summary>Whether a notification is asked for.</summary>
    public bool Matches(NotificationRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return (Ticket is null || string.Equals(Ticket, record.TicketId, StringComparison.Ordinal))
            && (Recipient is null || string.Equals(Recipient, record.Recipient, StringComparison.OrdinalIgnoreCase))
            && (State is not { } state || record.State == state)
            && (From is not { } from || record.ClaimedAt >= from)
            && (To is not { } to || record.ClaimedAt < to);
    }
}
