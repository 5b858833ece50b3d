using System.Diagnostics.CodeAnalysis;

namespace SlaMonitor.CloudEvents;

/// <summary>
/// Bounds on what others wrote into a ticket. A long title is no reason to lose an event: it is cut, and the sender is told how often that
/// was done. One for each delivery.
/// </summary>
public sealed class Clipping
{
    /// <summary>How many characters of a title are kept.</summary>
    public const int LongestTitle = 1024;

    /// <summary>How many tags of a ticket are kept.</summary>
    public const int MostTags = 100;

    /// <summary>How many texts were cut, and tags left out.</summary>
    public int Count { get; private set; }

    /// <summary>A text of at most so many characters.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">How many characters are kept.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Clip(string? text, int longest = EventRules.LongestName)
    {
        var clipped = Cut(text, longest);
        if (clipped?.Length != text?.Length) Count++;
        return clipped;
    }

    /// <summary>The first tags, each no longer than a name.</summary>
    public IReadOnlyList<string>? Tags(IEnumerable<string>? tags)
    {
        if (tags is null) return null;

        var kept = new List<string>();
        foreach (var tag in tags)
        {
            if (kept.Count < MostTags) kept.Add(Clip(tag));
            else Count++;
        }

        return kept;
    }

    /// <summary>Counts what another reader of the same delivery has cut.</summary>
    public void Add(int clipped) => Count += clipped;

    /// <summary>The same as <see cref="Clip"/>, for a text that is no part of a ticket.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Cut(string? text, int longest)
    {
        if (text is null || text.Length <= longest) return text;

        // Half a surrogate pair is no character, and no store takes one.
        return char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)] : text[..longest];
    }
}
