namespace SlaMonitor.Agreements.Diagnostics;

/// <summary>Puts lists of words into sentences.</summary>
internal static class Sentences
{
    public static string Or(IEnumerable<string> words) => Join([.. words], "or");

    public static string And(IEnumerable<string> words) => Join([.. words], "and");

    /// <summary>Says what there is: <c>there is due</c>, <c>there are 50% and due</c>, <c>there is none</c>.</summary>
    public static string ThereAre(IReadOnlyCollection<string> words) => words.Count switch
    {
        0 => "there is none",
        1 => $"there is {And(words)}",
        _ => $"there are {And(words)}",
    };

    /// <summary>A name of .NET as the file writes it: <c>FirstResponse</c> is <c>firstResponse</c>.</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>Says that a name means nothing, and which ones do.</summary>
    public static string Unknown(string what, string name, IEnumerable<string> choices)
    {
        string[] known = [.. choices.Distinct(StringComparer.Ordinal)];
        if (known.Length == 0) return $"there is no {what} '{Shown(name)}', nor any other";
        return $"there is no {what} '{Shown(name)}'; {ThereAre(known)}"
            + (Nearest.To(name, known) is { } near && known.Length > 1 ? $"; did you mean {near}?" : string.Empty);
    }

    /// <summary>The first sentence of a text, without its full stop.</summary>
    public static string FirstSentence(string text) => text.Split(". ")[0].TrimEnd('.');

    /// <summary>What somebody wrote, fit to stand in a message of one line.</summary>
    public static string Shown(string text)
    {
        var line = string.Concat(text.Take(60).Select(character => char.IsControl(character) ? ' ' : character));
        return text.Length > 60 ? $"{line}…" : line;
    }

    private static string Join(string[] words, string last) =>
        words.Length < 2 ? string.Concat(words) : $"{string.Join(", ", words[..^1])} {last} {words[^1]}";
}
