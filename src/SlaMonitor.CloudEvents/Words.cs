using System.Collections.Frozen;

namespace SlaMonitor.CloudEvents;

/// <summary>The words of the event contract are the names of our enums, with a small first letter.</summary>
internal static class Words
{
    // Not Enum.TryParse, which also takes numbers, spaces around, and lists: to it, "open,pending" is "onHold".
    public static bool TryParse<T>(string word, out T value)
        where T : struct, Enum => Known<T>.ByName.TryGetValue(word, out value);

    public static string All<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(Of));

    /// <summary>The word of a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => value.ToString() is { } name ? char.ToLowerInvariant(name[0]) + name[1..] : string.Empty;

    private static class Known<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<string, T> ByName =
            Enum.GetValues<T>().ToFrozenDictionary(value => value.ToString(), StringComparer.OrdinalIgnoreCase);
    }
}
