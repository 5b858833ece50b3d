using NodaTime;

namespace SlaMonitor.Monitoring.Ports;

/// <summary>One notification as the ledger holds it.</summary>
public sealed record NotificationRecord(
    string TicketId,
    string NotificationId,
    string Recipient,
    string Step,
    NotificationState State,
    Instant ClaimedAt,
    Instant? ResolvedAt,
    string? Detail)
{
    /// <summary>Which delivery has claimed it last, as <see cref="NotificationClaim.Holder"/> named it.</summary>
    public string Holder { get; init; } = string.Empty;
}
