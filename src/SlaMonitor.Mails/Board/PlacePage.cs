using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Board;

/// <summary>A page of the board that is made of parts: headings, values, tables and forms.</summary>
public sealed record PlacePage
{
    /// <summary>The id of the list of people that fields offer.</summary>
    public const string PeopleList = "people";

    /// <summary>The reader, and the addresses that all pages have in common.</summary>
    public required BoardFrame Frame { get; init; }

    /// <summary>Which of the pages it is; <c>null</c> where the menu does not lead to it.</summary>
    public BoardPlace? Place { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>What it shows, or when it was made; <c>null</c> where the title says enough.</summary>
    public string? Lead { get; init; }

    /// <summary>What has just become of what the reader did; <c>null</c> where they did nothing.</summary>
    public string? Notice { get; init; }

    /// <summary>Its parts.</summary>
    public IReadOnlyList<PlacePart> Parts { get; init; } = [];

    /// <summary>People whom fields offer, by their addresses.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>The language, as a BCP 47 tag that we speak.</summary>
    public string Language => Wording.For(Frame.Language).Language;

    /// <summary>The ways to the other pages.</summary>
    public BoardMenu Menu => BoardMenu.Of(Frame, Place);

    /// <summary>The style sheet.</summary>
    public string StyleUrl => Frame.File(BoardFiles.Style);
}
