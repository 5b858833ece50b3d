using System.Collections.Concurrent;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Core.Agreements.Credits;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Agreements.Syntax;

/// <summary>How every kind of single value in an agreement is written.</summary>
internal static class Syntaxes
{
    private const string DatePattern = @"^[0-9]{4}-[0-9][0-9]-[0-9][0-9]$";
    private const string HoursPattern = @"^[0-9]{1,2}:[0-9][0-9](:[0-9][0-9])? ?[-–] ?[0-9]{1,2}:[0-9][0-9](:[0-9][0-9])?$";

    private static readonly ConcurrentDictionary<Type, ScalarSyntax> ByType = new(new Dictionary<Type, ScalarSyntax>
    {
        [typeof(string)] = new(
            text => text.Length == 0 ? null : text,
            _ => "nothing stands here; write a text",
            new JsonForm("string", @"\S")),
        [typeof(bool)] = new(
            text => text switch { "true" => true, "false" => false, _ => null },
            text => $"'{text}' is neither true nor false",
            new JsonForm("boolean")),
        [typeof(int)] = new(
            text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
            text => $"'{text}' is no whole number; write digits only",
            new JsonForm("integer")),
        [typeof(decimal)] = new(
            text =>
                decimal.TryParse(
                    text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : null,
            text => $"'{text}' is no number; write digits and a decimal point, as in 20000 or 4.5",
            new JsonForm("number")),
        [typeof(LocalDate)] = new(
            text => LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date) ? date : null,
            text => $"'{text}' is no date; write year, month and day, as in 2026-01-31",
            new JsonForm("string", DatePattern)),
        [typeof(YearlyDate)] = Text(
            YearlyDateText.TryParse, YearlyDateText.Pattern, "a date of every year",
            "month and day, as in 12-24, or a weekday of a month, as in last fri of november"),
        [typeof(DateTimeZone)] = new(ZoneText.TryParse, ZoneText.Complain, new JsonForm("string", "^[A-Za-z]")),
        [typeof(OpenHours)] = new(
            text => OpenHours.TryParse(text, out var hours) ? hours : null,
            ComplainOfHours,
            new JsonForm("string", HoursPattern)),
        [typeof(Name)] = Text(Name.TryParse, Name.Pattern, "a name", AgreementName.Form),
        [typeof(EmailAddress)] = Text(EmailAddress.TryParse, EmailAddress.Pattern, "a mail address", "name@example.com"),
        [typeof(LanguageTag)] = Text(LanguageTag.TryParse, LanguageTag.Pattern, "a language", "a language tag, as in en or zh-CN"),
        [typeof(CurrencyCode)] = Text(CurrencyCode.TryParse, CurrencyCode.Pattern, "a currency", "its three letters, as in CNY or EUR"),
        [typeof(Percentage)] = Text(
            Percentage.TryParse, Percentage.Pattern, "a share", "a number from 0% to 100% with its sign, as in 95%"),
        [typeof(DurationText)] = Text(DurationText.TryParse, DurationText.Pattern, "a duration", "15m, 4h, 1h30m or 2d"),
        [typeof(IntervalText)] = new(
            IntervalText.TryParse, IntervalText.Complain, new JsonForm(["string", "integer"], IntervalText.Pattern)),
        [typeof(DayRange)] = Text(DayRange.TryParse, DayRange.Pattern, "a day of the week", "mon-fri, sat or mon,wed"),
        [typeof(HandoverText)] = Text(
            HandoverText.TryParse, HandoverText.Pattern, "a handover", "mon 09:00 for weekly turns or 09:00 for daily ones"),
        [typeof(FeedText)] = new(FeedText.TryParse, FeedText.Complain, new JsonForm("string", FeedText.Pattern)),
        [typeof(MomentText)] = Text(
            MomentText.TryParse, MomentText.Pattern, "a moment", "2026-01-31, 2026-01-31T09:00 or 2026-01-31T09:00+08:00"),
        [typeof(FieldText)] = new(
            FieldText.TryParse, FieldText.Complain, new JsonForm(["string", "number", "boolean"], @"\S")),
        [typeof(StepText)] = new(StepText.TryParse, StepText.Complain, new JsonForm("string", StepText.Pattern)),
        [typeof(CreditAmount)] = new(
            CreditText.TryParseAmount,
            text => $"'{text}' is no amount; write a share, as in 5% of basic, or a number, as in 500",
            new JsonForm(["string", "number"], CreditText.AmountPattern)),
        [typeof(CreditCondition)] = Text(
            CreditText.TryParseCondition,
            CreditText.ConditionPattern,
            "a condition for a credit",
            "attainment < 95%, attainment of some-target < 95%, resolutionRate < 95% or satisfaction < 4.5"),
    });

    /// <summary>The syntax of a type. Every enumeration has one: its values in camel case.</summary>
    public static ScalarSyntax Of(Type type) => ByType.GetOrAdd(type, Enumeration);

    private static ScalarSyntax Text(Func<string, object?> read, string pattern, string what, string right) =>
        new(read, text => $"'{text}' is not {what}; write {right}", new JsonForm("string", pattern));

    private static ScalarSyntax Enumeration(Type type)
    {
        var values = Enum.GetValues(type).Cast<object>().ToDictionary(value => Sentences.Camel(value.ToString()!), StringComparer.Ordinal);
        return new ScalarSyntax(
            values.GetValueOrDefault,
            text => $"'{text}' is not known here; write {Sentences.Or(values.Keys)}",
            new JsonForm(["string"], null, [.. values.Keys]));
    }

    private static string ComplainOfHours(string text)
    {
        try
        {
            return OpenHours.Parse(text).ToString();
        }
        catch (FormatException e)
        {
            return e.Message.TrimEnd('.');
        }
    }
}
