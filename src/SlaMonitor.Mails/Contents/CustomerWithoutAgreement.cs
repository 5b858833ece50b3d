namespace SlaMonitor.Mails.Contents;

/// <summary>A customer with open tickets that no agreement governs.</summary>
/// <param name="Name">The customer as the helpdesk writes it; <c>null</c> for tickets that name none.</param>
/// <param name="Tickets">How many tickets.</param>
/// <param name="Examples">The ids of a few of them.</param>
public sealed record CustomerWithoutAgreement(string? Name, int Tickets, IReadOnlyList<string> Examples);
