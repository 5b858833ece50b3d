namespace SlaMonitor.Mails.Board;

/// <summary>One thing to choose.</summary>
/// <param name="Value">Its value in the address; empty for all.</param>
/// <param name="Text">What it is called.</param>
/// <param name="IsSelected">Whether it is chosen.</param>
public sealed record BoardOption(string Value, string Text, bool IsSelected);
