namespace SlaMonitor.Mails.Reports.Shown;

/// <summary>A part of a report.</summary>
/// <param name="Heading">What it is about.</param>
/// <param name="Note">What a reader should know of it; <c>null</c> for nothing.</param>
/// <param name="Chart">A chart; <c>null</c> for none.</param>
/// <param name="Table">The table; <c>null</c> where there is nothing to show.</param>
/// <param name="Empty">What stands in the place of a table that is not there.</param>
public sealed record ShownSection(string Heading, string? Note, ShownChart? Chart, ShownTable? Table, string Empty)
{
    private const int MostTogether = 15;

    /// <summary>Whether it has so many rows that it may be cut by the end of a printed page.</summary>
    public bool IsLong => Table?.Rows.Count > MostTogether;
}
