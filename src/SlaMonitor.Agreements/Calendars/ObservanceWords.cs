using System.Text.RegularExpressions;
using SlaMonitor.Agreements.Feeds;

namespace SlaMonitor.Agreements.Calendars;

/// <summary>
/// Tells observances from public holidays, which feeds list alike as whole days. The categories and the first line of the description
/// say it in words; Google's feeds in any language have a second line there that says how to hide observances. Where neither speaks,
/// TRANSP does, but only in a file that has opaque days off too: many programs call every whole day transparent.
/// </summary>
internal sealed partial class ObservanceWords(IEnumerable<EventBlock> blocks)
{
    private readonly bool _hasOpaqueDays = blocks.Any(block =>
        !block.IsCancelled && !WorkedDay.Marks(block) && Is(block.TextOf("TRANSP"), "OPAQUE"));

    public bool Mark(EventBlock block)
    {
        var description = block.TextOf("DESCRIPTION").Split('\n', 2);
        string[] words = [.. block.TextsOf("CATEGORIES").SelectMany(text => text.Split(',')), description[0]];
        if (words.Any(word => NotOff().IsMatch(word))) return true;
        if (words.Any(word => Off().IsMatch(word))) return false;
        if (block.Uid.EndsWith("@google.com", StringComparison.OrdinalIgnoreCase) && description.Length > 1
            && description[1].Contains("Google", StringComparison.Ordinal))
        {
            return true;
        }

        return _hasOpaqueDays && Is(block.TextOf("TRANSP"), "TRANSPARENT");
    }

    private static bool Is(string given, string what) => string.Equals(given, what, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"^\s*(observances?|(religious|common local|season(al)?) observances?|commemorations?|not an? (public|bank|national) holiday)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotOff();

    [GeneratedRegex(
        @"\b(public|bank|national|federal|statutory|legal) holidays?\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Off();
}
