using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Board;

/// <summary>What all pages of the board have in common: who reads, and where other pages are, as seen from this one.</summary>
public sealed record BoardFrame
{
    /// <summary>The reader's language, as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>The address of another page.</summary>
    public required Func<BoardPlace, string> Place { get; init; }

    /// <summary>The address of this page in a language.</summary>
    public required Func<string, string> InLanguage { get; init; }

    /// <summary>Who the reader says they are; <c>null</c> where they have not said it.</summary>
    public string? Name { get; init; }

    /// <summary>Whether they may take promises and swap shifts: whoever may not is shown no form for it.</summary>
    public bool MayAct { get; init; } = true;

    /// <summary>Where they say it.</summary>
    public required string NameUrl { get; init; }

    /// <summary>Where the reader signs out; <c>null</c> where they have not signed in.</summary>
    public string? SignOut { get; init; }

    /// <summary>The address of a file that pages need (<see cref="BoardFiles"/>).</summary>
    public required Func<string, string> File { get; init; }
}
