namespace SlaMonitor.Core.Reporting.Figures;

/// <summary>The promises of one customer, category, priority, group or agent.</summary>
/// <param name="Value">Which one: untrusted text; <c>null</c> where the helpdesk did not say.</param>
/// <param name="Promises">The promises.</param>
public sealed record GroupFigures(string? Value, PromiseCounts Promises);
