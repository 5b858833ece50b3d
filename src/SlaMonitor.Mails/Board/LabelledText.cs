namespace SlaMonitor.Mails.Board;

/// <summary>A value and what it is.</summary>
/// <param name="Label">What it is, or when it was.</param>
/// <param name="Text">The value.</param>
public sealed record LabelledText(string Label, string Text);
