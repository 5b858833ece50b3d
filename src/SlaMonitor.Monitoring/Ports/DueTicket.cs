using NodaTime;

namespace SlaMonitor.Monitoring.Ports;

/// <summary>An entry of the due index: look at this ticket at this time.</summary>
public sealed record DueTicket(string TicketId, Instant Due);
