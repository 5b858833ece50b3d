namespace SlaMonitor.Mails.Reports.Shown;

/// <summary>A cell of a table.</summary>
/// <param name="Label">The heading of its column, which a narrow screen shows beside it.</param>
/// <param name="Text">What stands in it.</param>
/// <param name="Url">Where it leads; <c>null</c>: nowhere.</param>
/// <param name="Class">What style sheets know it by: <c>number</c>, <c>text</c> or <c>bad</c>.</param>
public sealed record ShownCell(string Label, string Text, string? Url, string Class)
{
    /// <summary>A cell with words in it.</summary>
    internal static ShownCell Words(string label, string text) => new(label, text, null, "text");

    /// <summary>A cell with a figure in it.</summary>
    internal static ShownCell Number(string label, string figure) => new(label, figure, null, "number");
}
