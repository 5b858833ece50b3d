namespace SlaMonitor.Mails.Composition;

/// <summary>One line of an account.</summary>
/// <param name="Span">From when to when.</param>
/// <param name="Amount">How much was counted, or why it was not.</param>
public sealed record SpentLine(string Span, string Amount);
