using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Board;

/// <summary>The ways from a page of the board to the others, in words: what stands at the top of each.</summary>
public sealed record BoardMenu
{
    private const int LongestName = 40;

    /// <summary>What the list of pages is called.</summary>
    public required string Label { get; init; }

    /// <summary>The pages.</summary>
    public required IReadOnlyList<BoardLink> Places { get; init; }

    /// <summary>Who the reader is, or the question who they are.</summary>
    public required string Name { get; init; }

    /// <summary>Where they say who they are.</summary>
    public required string NameUrl { get; init; }

    /// <summary>The same page in the other language.</summary>
    public required string OtherLanguageUrl { get; init; }

    /// <summary>That language, as a BCP 47 tag.</summary>
    public required string OtherLanguage { get; init; }

    /// <summary>That language, in its own word.</summary>
    public required string OtherLanguageName { get; init; }

    /// <summary>Where the reader signs out; <c>null</c> where they have not signed in.</summary>
    public required string? SignOutUrl { get; init; }

    /// <summary>The button that does it.</summary>
    public required string SignOut { get; init; }

    /// <summary>The menu of a page.</summary>
    /// <param name="frame">The reader and the addresses.</param>
    /// <param name="here">The page; <c>null</c> where it is none of them.</param>
    public static BoardMenu Of(BoardFrame frame, BoardPlace? here)
    {
        ArgumentNullException.ThrowIfNull(frame);

        var wording = Wording.For(frame.Language);
        var (words, other) = (wording.Board, Wording.Languages.First(language => language != wording.Language));
        return new BoardMenu
        {
            Label = words.Pages,
            Places =
            [
                // What is wrong with the monitor names people and servers: it is for those who work with it.
                .. Enum.GetValues<BoardPlace>().Where(place => place != BoardPlace.Monitor || frame.MayAct)
                    .Select(place => new BoardLink(words.Of(place), frame.Place(place), place == here)),
            ],
            Name = HarmlessText.OrNull(frame.Name, LongestName) ?? words.WhoAreYou,
            NameUrl = frame.NameUrl,
            OtherLanguageUrl = frame.InLanguage(other),
            OtherLanguage = other,
            OtherLanguageName = words.OtherLanguage,
            SignOutUrl = frame.SignOut,
            SignOut = words.SignOut,
        };
    }
}
