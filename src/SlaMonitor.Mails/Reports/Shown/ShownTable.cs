namespace SlaMonitor.Mails.Reports.Shown;

/// <summary>A table.</summary>
/// <param name="Columns">The headings of its columns.</param>
/// <param name="Rows">Its rows; never empty.</param>
/// <param name="More">How many rows are left out; <c>null</c> where none are.</param>
public sealed record ShownTable(IReadOnlyList<ShownColumn> Columns, IReadOnlyList<ShownRow> Rows, string? More);
