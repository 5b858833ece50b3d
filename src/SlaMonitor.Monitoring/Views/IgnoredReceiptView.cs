namespace SlaMonitor.Monitoring.Views;

/// <summary>What became of a webhook that brought no event, where that was no mistake.</summary>
/// <param name="Stored">Always 0.</param>
/// <param name="Duplicates">Always 0.</param>
/// <param name="WithoutEffect">Always 0.</param>
/// <param name="Ignored">Why there was none.</param>
public sealed record IgnoredReceiptView(int Stored, int Duplicates, int WithoutEffect, string Ignored);
