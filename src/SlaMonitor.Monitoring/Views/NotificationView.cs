using NodaTime;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Views;

/// <summary>A notification as the API shows it.</summary>
public sealed record NotificationView(
    string Step, string Recipient, NotificationState State, Instant ClaimedAt, Instant? ResolvedAt, string? Detail)
{
    /// <summary>Shows a record of the ledger.</summary>
    public static NotificationView Of(NotificationRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new(record.Step, record.Recipient, record.State, record.ClaimedAt, record.ResolvedAt, record.Detail);
    }
}
