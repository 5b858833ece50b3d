namespace SlaMonitor.Mails.Contents;

/// <summary>Open tickets that no agreement governs: they have no clock, and nobody is told of them.</summary>
/// <param name="Tickets">How many there are.</param>
/// <param name="Customers">Whose they are, those with the most tickets first. Not all where there are many.</param>
public sealed record TicketsWithoutAgreement(int Tickets, IReadOnlyList<CustomerWithoutAgreement> Customers);
