namespace SlaMonitor.Monitoring.Views;

/// <summary>A page of the tickets with a promise that goes on.</summary>
/// <param name="Tickets">The tickets, the first due first.</param>
/// <param name="Next">What to ask for the next page with; nothing where there is none.</param>
public sealed record OpenTicketPage(IReadOnlyList<OpenTicketView> Tickets, string? Next);
