namespace SlaMonitor.Channels.Cards;

/// <summary>A button that opens a page.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Address">The page.</param>
/// <param name="IsMain">Whether it is what the reader is asked to do.</param>
internal sealed record CardButton(string Text, Uri Address, bool IsMain);
