using System.Globalization;
using System.Text.RegularExpressions;
using SlaMonitor.Core.Agreements.Credits;

namespace SlaMonitor.Agreements.Syntax;

/// <summary>How credits are written: when (<c>attainment of response &lt; 95%</c>) and how much (<c>5% of basic</c>, <c>500</c>).</summary>
internal static partial class CreditText
{
    public const string AmountPattern = @"^([0-9]{1,3}(\.[0-9]{1,6})?% of basic|[0-9]{1,12}(\.[0-9]{1,6})?)$";

    public const string ConditionPattern =
        @"^((attainment( of \S+)?|resolutionRate) ?<=? ?[0-9]{1,3}(\.[0-9]{1,6})?%|satisfaction ?<=? ?[0-9]{1,3}(\.[0-9]{1,6})?)$";

    public static CreditAmount? TryParseAmount(string text)
    {
        var match = Amount().Match(text);
        if (!match.Success) return null;
        var number = decimal.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        if (!match.Groups["share"].Success) return new CreditAmount.Fixed(number);
        return number <= 100 ? new CreditAmount.ShareOfBasic(number) : null;
    }

    public static CreditCondition? TryParseCondition(string text)
    {
        var match = Condition().Match(text);
        if (!match.Success) return null;

        var measure = match.Groups["measure"].Value switch
        {
            "attainment" => Measure.Attainment,
            "resolutionRate" => Measure.ResolutionRate,
            _ => Measure.Satisfaction,
        };
        var isPercent = match.Groups["percent"].Success;
        var below = decimal.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        var target = match.Groups["target"] is { Success: true } named ? named.Value : null;
        if (isPercent == (measure == Measure.Satisfaction)
            || (isPercent && below > 100)
            || (target is not null && measure != Measure.Attainment))
        {
            return null;
        }

        return new CreditCondition(measure, target, below, match.Groups["operator"].Length == 2);
    }

    [GeneratedRegex(
        @"^(?<number>[0-9]{1,12}(\.[0-9]{1,6})?)(?<share> ?% of basic)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Amount();

    [GeneratedRegex(
        @"^(?<measure>attainment|resolutionRate|satisfaction)( of (?<target>\S+))?"
            + @" ?(?<operator><=?) ?(?<number>[0-9]{1,3}(\.[0-9]{1,6})?) ?(?<percent>%)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Condition();
}
