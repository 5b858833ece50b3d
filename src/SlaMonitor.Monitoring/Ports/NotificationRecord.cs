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
    string? Detail);
