using System.Text.RegularExpressions;
using SlaMonitor.Core.Addresses;

namespace SlaMonitor.Agreements.Syntax;

/// <summary>A mail address, as far as it can be told without sending mail to it.</summary>
internal sealed partial record EmailAddress(string Value)
{
    public const string Pattern = @"^[^@\s<>,;:""]{1,64}@[^@\s<>,;:""]{1,189}$";

    public static EmailAddress? TryParse(string text) =>
        Form().IsMatch(text) && MailAddressRule.IsPlain(text) ? new EmailAddress(text) : null;

    public override string ToString() => Value;

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
