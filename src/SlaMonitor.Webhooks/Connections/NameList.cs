using System.Collections.Frozen;

namespace SlaMonitor.Webhooks.Connections;

/// <summary>Reads lists that stand in one text, so that an environment variable can hold them: <c>theirs=ours, theirs=ours</c>.</summary>
internal static class NameList
{
    private const StringSplitOptions Tidy = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    public static IReadOnlyList<string> Words(string? text) => text?.Split(',', Tidy) ?? [];

    /// <summary>The pairs of a text. The last equals sign divides, because theirs may hold one.</summary>
    public static List<(string Theirs, string Ours)> Pairs(string? text, Action<string> wrong)
    {
        var pairs = new List<(string, string)>();
        foreach (var word in Words(text))
        {
            var divide = word.LastIndexOf('=');
            var (theirs, ours) = divide < 0 ? (word, string.Empty) : (word[..divide].Trim(), word[(divide + 1)..].Trim());
            if (theirs.Length == 0 || ours.Length == 0) wrong($"'{word}' is not of the form theirs=ours");
            else pairs.Add((theirs, ours));
        }

        return pairs;
    }

    public static FrozenDictionary<string, T> Frozen<T>(
        IEnumerable<KeyValuePair<string, T>> kinds, IEnumerable<(string Theirs, T Ours)> own)
    {
        var all = new Dictionary<string, T>(kinds, StringComparer.OrdinalIgnoreCase);
        foreach (var (theirs, ours) in own) all[theirs] = ours;
        return all.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
