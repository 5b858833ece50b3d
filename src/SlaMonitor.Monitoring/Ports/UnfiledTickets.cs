namespace SlaMonitor.Monitoring.Ports;

/// <summary>A page of the tickets whose outcomes are not filed by certain terms.</summary>
/// <param name="TicketIds">The tickets.</param>
/// <param name="Next">What the next page comes after, in the store's own words; <c>null</c> where there is no other.</param>
public sealed record UnfiledTickets(IReadOnlyList<string> TicketIds, string? Next);
