namespace SlaMonitor.Monitoring.Agreements.Binding;

/// <summary>Puts lists of words into sentences.</summary>
internal static class Wording
{
    public static string Or(IEnumerable<string> words) => Join([.. words], "or");

    public static string And(IEnumerable<string> words) => Join([.. words], "and");

    /// <summary>A name of .NET as the file writes it: <c>FirstResponse</c> is <c>firstResponse</c>.</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Join(string[] words, string last) =>
        words.Length < 2 ? string.Concat(words) : $"{string.Join(", ", words[..^1])} {last} {words[^1]}";
}
