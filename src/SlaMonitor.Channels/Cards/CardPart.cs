namespace SlaMonitor.Channels.Cards;

/// <summary>A part of a card.</summary>
/// <param name="Heading">Its own heading; <c>null</c> where it has none.</param>
/// <param name="Lines">Its sentences, a line each.</param>
/// <param name="Facts">What is said in a word or two: label and value.</param>
internal sealed record CardPart(string? Heading, IReadOnlyList<string> Lines, IReadOnlyList<(string Label, string Value)> Facts);
