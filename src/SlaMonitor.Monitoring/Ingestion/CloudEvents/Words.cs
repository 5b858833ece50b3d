namespace SlaMonitor.Monitoring.Ingestion.CloudEvents;

/// <summary>The words of the event contract are the names of our enums, with a small first letter.</summary>
internal static class Words
{
    public static bool TryParse<T>(string word, out T value)
        where T : struct, Enum
    {
        // Enum.TryParse takes numbers too, which are no words of the contract.
        value = default;
        return word.Length > 0 && char.IsAsciiLetter(word[0]) && Enum.TryParse(word, ignoreCase: true, out value) && Enum.IsDefined(value);
    }

    public static string All<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetNames<T>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]));
}
