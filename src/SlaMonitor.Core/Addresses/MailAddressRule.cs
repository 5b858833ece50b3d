using System.Globalization;
using System.Text;

namespace SlaMonitor.Core.Addresses;

/// <summary>
/// Which mail addresses anybody is told at. The standards allow more than any mail system gives out: quoted local parts, comments and
/// address literals serve nobody but whoever wants a mail to go where it does not seem to go. Neither do characters that cannot be seen, or
/// that turn the direction of writing.
/// </summary>
public static class MailAddressRule
{
    private const int LongestLocalPart = 64;
    private const int LongestAddress = 254;
    private const string Special = "()<>[]:;,\\\"@";

    /// <summary>
    /// Whether a text is one address and nothing but that: <c>name@domain</c>, the domain in letters of any script or as <c>xn--…</c>.
    /// </summary>
    public static bool IsPlain(string? text)
    {
        if (text is null or { Length: > LongestAddress }) return false;

        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at is > 0 and <= LongestLocalPart && AreWords(text[..at]) && AreLabels(text[(at + 1)..]);
    }

    /// <summary>Words with a single full stop between any two.</summary>
    private static bool AreWords(string text) => text.Split('.').All(word => word.Length > 0) && text.EnumerateRunes().All(IsVisible);

    private static bool AreLabels(string text) => AreWords(text) && text.Split('.').All(label => label[0] != '-' && label[^1] != '-');

    // Half a surrogate pair is enumerated as U+FFFD, which is in no address either.
    private static bool IsVisible(Rune rune) =>
        rune != Rune.ReplacementChar
        && !(rune.IsAscii && Special.Contains((char)rune.Value, StringComparison.Ordinal))
        && Rune.GetUnicodeCategory(rune) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator);
}
