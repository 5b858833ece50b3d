namespace SlaMonitor.Mails.Board;

/// <summary>One thing that the board can be narrowed by.</summary>
/// <param name="Name">The name of its parameter.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Options">What there is to choose from.</param>
public sealed record BoardChoice(string Name, string Label, IReadOnlyList<BoardOption> Options);
