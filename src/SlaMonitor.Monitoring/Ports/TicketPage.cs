namespace SlaMonitor.Monitoring.Ports;

/// <summary>A page of tickets, in the order of the store.</summary>
/// <param name="TicketIds">The tickets.</param>
/// <param name="Next">What the next page comes after, in the store's own words; <c>null</c> where there is no other.</param>
public sealed record TicketPage(IReadOnlyList<string> TicketIds, string? Next);
