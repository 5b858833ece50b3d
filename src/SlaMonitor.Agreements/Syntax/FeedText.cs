using System.Text.RegularExpressions;

namespace SlaMonitor.Agreements.Syntax;

/// <summary>
/// Where an on-call calendar is: an iCalendar file, or an https address. <c>webcal</c> is what calendar programs call https. Without TLS
/// only this machine is asked.
/// </summary>
internal sealed partial record FeedText(string Value)
{
    public const string Pattern =
        @"^((https|webcal)://[^\s/@]+(/\S*)?|http://(localhost|127\.0\.0\.1|\[::1\])(:[0-9]+)?(/\S*)?|[^:]+\.ics)$";

    public static FeedText? TryParse(string text)
    {
        if (!Form().IsMatch(text) || char.IsWhiteSpace(text[0])) return null;
        if (!IsAddress(text)) return new FeedText(text);
        return Uri.TryCreate(
            text.StartsWith("webcal:", StringComparison.Ordinal) ? $"https{text["webcal".Length..]}" : text,
            UriKind.Absolute,
            out var address)
            ? new FeedText(address.AbsoluteUri)
            : null;
    }

    // An address is not repeated: it is often a secret, and errors are logged.
    public static string Complain(string text) => IsAddress(text)
        ? "this address cannot be asked for a calendar; write one with https, without a user name in it"
        : $"'{text}' is no calendar; write a file beside the agreement, as in on-call.ics, or an https address";

    /// <summary>What names the calendar everywhere: the address, or the file's whole path.</summary>
    /// <param name="agreement">The agreement's file: relative paths count from its folder.</param>
    public string Source(string agreement) => IsAddress(Value)
        ? Value
        : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(agreement)) ?? string.Empty, Value));

    public override string ToString() => Value;

    private static bool IsAddress(string text) => text.Contains("://", StringComparison.Ordinal);

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
