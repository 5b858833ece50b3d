namespace SlaMonitor.Mails.Board;

/// <summary>The way to a page.</summary>
/// <param name="Text">What it is called.</param>
/// <param name="Url">Its address.</param>
/// <param name="IsCurrent">Whether it is the page that the reader is on.</param>
public sealed record BoardLink(string Text, string Url, bool IsCurrent);
