namespace SlaMonitor.Mails.Board;

/// <summary>A part of the board.</summary>
/// <param name="Id">Its id in the page.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Rows">Its promises.</param>
/// <param name="More">How many more there are; <c>null</c> where all are shown.</param>
/// <param name="Url">The way to all of them.</param>
public sealed record BoardSection(string Id, string Heading, IReadOnlyList<BoardRow> Rows, string? More, string Url);
