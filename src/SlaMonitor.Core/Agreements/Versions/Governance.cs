namespace SlaMonitor.Core.Agreements.Versions;

/// <summary>Which agreement governs a ticket, and why that one or why none.</summary>
/// <param name="Agreement">The version that governs, or <c>null</c>: then nothing is promised.</param>
/// <param name="Reason">Why, in words, as in <c>standard-support v1 ended on 2026-12-31 and does not renew</c>.</param>
public sealed record Governance(Agreement? Agreement, string Reason);
