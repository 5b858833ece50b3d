namespace SlaMonitor.Mails.Reports.Shown;

/// <summary>A chart: bars in a box. It says nothing that the table beside it does not say.</summary>
/// <param name="Title">What it shows, for those who do not see it.</param>
/// <param name="Width">The width of its box.</param>
/// <param name="Height">The height of its box.</param>
/// <param name="Bars">What is drawn, from back to front.</param>
public sealed record ShownChart(string Title, int Width, int Height, IReadOnlyList<ShownBar> Bars);
