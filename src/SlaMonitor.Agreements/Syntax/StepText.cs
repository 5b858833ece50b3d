using System.Globalization;
using System.Text.RegularExpressions;

namespace SlaMonitor.Agreements.Syntax;

/// <summary>The moment of an escalation step: <c>50%</c>, <c>due</c>, <c>due + 4h</c>, <c>due + 15m elapsed</c>.</summary>
/// <param name="Percent">The share of the budget, for a step before it is due.</param>
/// <param name="AfterDue">How long after it, for a step after it is due.</param>
/// <param name="IsElapsed">Whether that is counted in real time.</param>
internal sealed partial record StepText(int? Percent, DurationText? AfterDue, bool IsElapsed)
{
    public const string Pattern = @"^([1-9][0-9]?%|due( ?\+ ?([0-9]+[dhms] ?)+( ?elapsed)?)?)$";

    public static StepText? TryParse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success) return null;
        if (match.Groups["percent"] is { Success: true } percent)
            return new StepText(int.Parse(percent.ValueSpan, CultureInfo.InvariantCulture), null, false);
        if (match.Groups["offset"] is not { Success: true } offset) return new StepText(null, null, false);
        return DurationText.TryParse(offset.Value) is { } duration and not { Days: 0, Seconds: 0 }
            ? new StepText(null, duration, match.Groups["elapsed"].Success)
            : null;
    }

    public static string Complain(string text) => text switch
    {
        "100%" => "100% of the budget is when it is due; write due",
        _ when text.StartsWith("due", StringComparison.Ordinal) && text.Contains('-', StringComparison.Ordinal) =>
            $"'{text}' is before it is due; write a share of the budget, as in 80%",
        _ => $"'{text}' is no moment of a clock; write a share from 1% to 99%, due, due + 4h or due + 15m elapsed",
    };

    [GeneratedRegex(
        @"^((?<percent>[1-9][0-9]?)%|due( ?\+ ?(?<offset>[0-9dhms ]*[dhms])(?<elapsed> ?elapsed)?)?)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
