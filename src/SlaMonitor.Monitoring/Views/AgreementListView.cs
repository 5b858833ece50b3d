namespace SlaMonitor.Monitoring.Views;

/// <summary>Every agreement.</summary>
/// <param name="Agreements">In file order, which decides between two that match a ticket equally well.</param>
/// <param name="Troubles">What keeps the files from being in force as they are written; nothing where all is well.</param>
public sealed record AgreementListView(IReadOnlyList<AgreementView> Agreements, IReadOnlyList<string>? Troubles);
