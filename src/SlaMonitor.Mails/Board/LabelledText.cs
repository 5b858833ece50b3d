namespace SlaMonitor.Mails.Board;

/// <summary>A value and what it is.</summary>
/// <param name="Label">What it is, or when it was.</param>
/// <param name="Text">The value.</param>
public sealed record LabelledText(string Label, string Text)
{
    /// <summary>What is to be known beyond it; <c>null</c> where there is nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Where it leads; <c>null</c> for nowhere.</summary>
    public string? Url { get; init; }
}
