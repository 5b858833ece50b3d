using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Monitoring.Ports;

/// <summary>A ticket as the store holds it.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Events">The whole log, in no particular order.</param>
/// <param name="State">What the monitor has made of it so far.</param>
/// <param name="Tag">Changes with every commit; opaque.</param>
public sealed record StoredTicket(string TicketId, IReadOnlyList<TicketEvent> Events, MonitoringState State, string Tag);
