using System.Text.RegularExpressions;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Syntax;

/// <summary>
/// What a free field may be: a text, <c>any</c>, or a range of numbers or dates: <c>&gt;= 5</c>, <c>&lt; 2026-07-01</c>, or <c>5..10</c>,
/// whose ends are both part of it.
/// </summary>
internal sealed partial record FieldText(FieldValue Value)
{
    private const string Any = "any";

    public static FieldText? TryParse(string text)
    {
        if (text.Length == 0) return null;
        if (string.Equals(text, Any, StringComparison.Ordinal)) return new FieldText(new FieldValue.Anything());
        if (Comparison().Match(text) is { Success: true } comparison) return Compared(text, comparison);

        // A text may have two points in it and be no range.
        if (Ends().Match(text) is not { Success: true } ends
            || Measure(ends.Groups["from"].Value) is not { } from || Measure(ends.Groups["to"].Value) is not { } to)
        {
            return new FieldText(new FieldValue.Exactly(text));
        }

        return from.IsDate != to.IsDate || from.Measure > to.Measure
            ? null
            : new FieldText(new FieldValue.Between(from.Measure, to.Measure, from.IsDate, true, true, text));
    }

    public static string Complain(string text) => text.Length == 0
        ? "nothing stands here; write a value, or any"
        : $"'{text}' is no range; write >= 5, < 2026-07-01, 5..10 or 2026-01-01..2026-06-30";

    private static FieldText? Compared(string text, Match comparison)
    {
        if (Measure(comparison.Groups["bound"].Value) is not (var bound, var isDate)) return null;

        var sign = comparison.Groups["sign"].Value;
        var included = sign.Length == 2;
        return new FieldText(sign[0] == '>'
            ? new FieldValue.Between(bound, null, isDate, included, true, text)
            : new FieldValue.Between(null, bound, isDate, true, included, text));
    }

    private static (decimal Measure, bool IsDate)? Measure(string text) =>
        FieldValue.NumberOf(text) is { } number ? (number, false) : FieldValue.DayOf(text) is { } day ? (day, true) : null;

    [GeneratedRegex("^(?<sign>[<>]=?) *(?<bound>.*)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comparison();

    [GeneratedRegex(@"^(?<from>[0-9.-]+?)\.\.(?<to>[0-9.-]+)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ends();
}
