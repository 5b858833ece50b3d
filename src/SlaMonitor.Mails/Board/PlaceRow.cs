namespace SlaMonitor.Mails.Board;

/// <summary>One row of a table.</summary>
/// <param name="Class">What it is coloured by: <c>breach</c>, <c>warning</c>, <c>clear</c>, <c>running</c>; or nothing.</param>
/// <param name="Head">What the row is about.</param>
/// <param name="Cells">What is said of it.</param>
public sealed record PlaceRow(string Class, PlaceCell Head, IReadOnlyList<PlaceCell> Cells);
