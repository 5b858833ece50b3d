namespace SlaMonitor.Mails.Summaries;

/// <summary>One promise in a few words each.</summary>
/// <param name="Target">The target's name.</param>
/// <param name="Tickets">Which tickets it is for.</param>
/// <param name="Metric">What is promised.</param>
/// <param name="Within">How much open time it may take.</param>
/// <param name="Calendar">The calendar that counts.</param>
public sealed record PromiseSummary(string Target, string Tickets, string Metric, string Within, string Calendar);
