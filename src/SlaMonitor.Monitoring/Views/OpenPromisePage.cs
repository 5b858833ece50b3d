namespace SlaMonitor.Monitoring.Views;

/// <summary>A page of the open promises.</summary>
/// <param name="Promises">The promises, the first due first.</param>
/// <param name="Next">What to ask for the next page with; nothing where there is none.</param>
public sealed record OpenPromisePage(IReadOnlyList<OpenPromiseView> Promises, string? Next);
