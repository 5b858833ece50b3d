namespace SlaMonitor.Mails.Reports.Shown;

/// <summary>The heading of a column.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Class">What style sheets know its cells by.</param>
public sealed record ShownColumn(string Text, string Class);
