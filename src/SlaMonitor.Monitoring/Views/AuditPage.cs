namespace SlaMonitor.Monitoring.Views;

/// <summary>A page of the audit log.</summary>
/// <param name="Entries">The deeds, the last one first.</param>
/// <param name="Next">Where the next page begins; <c>null</c> where there is no other.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntryView> Entries, string? Next);
