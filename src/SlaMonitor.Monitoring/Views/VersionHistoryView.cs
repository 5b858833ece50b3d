namespace SlaMonitor.Monitoring.Views;

/// <summary>The versions of an agreement.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Versions">The versions, the earliest first.</param>
public sealed record VersionHistoryView(string Agreement, IReadOnlyList<VersionView> Versions);
