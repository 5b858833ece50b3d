namespace SlaMonitor.Mails.Reports.Shown;

/// <summary>A main figure, or a line about the report.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Text">What it says.</param>
/// <param name="Note">A second line; <c>null</c> for none.</param>
/// <param name="Url">Where it leads; <c>null</c>: nowhere.</param>
/// <param name="Class">What style sheets colour it by: <c>good</c>, <c>bad</c> or <c>plain</c>.</param>
public sealed record ShownFact(string Label, string Text, string? Note, string? Url, string Class);
