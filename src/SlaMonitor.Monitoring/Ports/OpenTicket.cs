namespace SlaMonitor.Monitoring.Ports;

/// <summary>A ticket that is not settled.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Terms">Its <see cref="MonitoringState.Terms"/>.</param>
/// <param name="IsWithoutAgreement">Its <see cref="MonitoringState.IsWithoutAgreement"/>.</param>
public sealed record OpenTicket(string TicketId, string? Terms, bool IsWithoutAgreement = false);
