namespace SlaMonitor.Monitoring.Views;

/// <summary>A page of the notifications of all tickets.</summary>
/// <param name="Notifications">Those of the page that were asked for, in the order of the store; of one ticket the earliest first.</param>
/// <param name="Next">What to ask for the next page with; nothing where there is none.</param>
public sealed record ToldPage(IReadOnlyList<ToldView> Notifications, string? Next);
