namespace SlaMonitor.Mails.Reports.Shown;

/// <summary>A row of a table.</summary>
/// <param name="Head">What the row is about.</param>
/// <param name="Note">A second line of that, such as a ticket's title; <c>null</c> for none.</param>
/// <param name="Url">Where the head leads; <c>null</c>: nowhere.</param>
/// <param name="Cells">The other cells.</param>
public sealed record ShownRow(string Head, string? Note, string? Url, IReadOnlyList<ShownCell> Cells);
