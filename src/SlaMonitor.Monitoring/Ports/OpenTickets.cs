namespace SlaMonitor.Monitoring.Ports;

/// <summary>A page of the tickets that are not settled.</summary>
/// <param name="Tickets">The tickets.</param>
/// <param name="Next">What the next page comes after, in the store's own words; <c>null</c> where there is no other.</param>
public sealed record OpenTickets(IReadOnlyList<OpenTicket> Tickets, string? Next);
