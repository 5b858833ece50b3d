namespace SlaMonitor.Mails.Board;

/// <summary>How many promises stand in one way, and the way to them.</summary>
/// <param name="Word">How they stand.</param>
/// <param name="Count">How many; with a plus where not all were looked at.</param>
/// <param name="Class">What it is coloured by.</param>
/// <param name="Url">The board with those alone.</param>
/// <param name="IsCurrent">Whether the board shows those alone now.</param>
public sealed record BoardCount(string Word, string Count, string Class, string Url, bool IsCurrent);
