namespace SlaMonitor.Core.Agreements.Credits;

/// <summary>One rule of what a broken promise costs.</summary>
/// <param name="When">When it applies.</param>
/// <param name="Credit">What is credited then.</param>
public sealed record CreditRule(CreditCondition When, CreditAmount Credit);
