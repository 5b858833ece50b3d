namespace SlaMonitor.Mails.Reports.Shown;

/// <summary>A bar in a chart.</summary>
/// <param name="X">Its left edge.</param>
/// <param name="Y">Its upper edge.</param>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
/// <param name="Class">What style sheets colour it by: <c>ground</c>, <c>met</c>, <c>breached</c>, or <c>heat0</c> to <c>heat4</c>.</param>
/// <param name="Tip">What it stands for.</param>
public sealed record ShownBar(int X, int Y, int Width, int Height, string Class, string Tip);
