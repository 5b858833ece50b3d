using NodaTime;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Views;

/// <summary>A notification of any ticket, as a list shows it.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Step">What was told: the clock, the moment and the kind.</param>
/// <param name="Recipient">Who was told, or was to be.</param>
/// <param name="State">What became of it.</param>
/// <param name="ClaimedAt">When somebody began to send it.</param>
/// <param name="ResolvedAt">When that was known; nothing while it is not.</param>
/// <param name="Detail">What the mail system said.</param>
public sealed record ToldView(
    string Ticket, string Step, string Recipient, NotificationState State, Instant ClaimedAt, Instant? ResolvedAt, string? Detail)
{
    /// <summary>Shows a record of the ledger.</summary>
    public static ToldView Of(NotificationRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new(
            record.TicketId, record.Step, record.Recipient, record.State, record.ClaimedAt, record.ResolvedAt, record.Detail);
    }
}
