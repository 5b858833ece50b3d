namespace SlaMonitor.Mails.Comparisons;

/// <summary>What a fee period costs under one of the terms.</summary>
/// <param name="Period">The period, as in <c>2026-05</c>.</param>
/// <param name="Currency">The currency (ISO 4217).</param>
/// <param name="Amount">The credit.</param>
public sealed record ComparedCredit(string Period, string Currency, decimal Amount);
