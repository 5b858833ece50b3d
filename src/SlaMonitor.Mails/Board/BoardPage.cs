using NodaTime;
using SlaMonitor.Core.Reporting;

namespace SlaMonitor.Mails.Board;

/// <summary>What the board shows, and to whom.</summary>
public sealed record BoardPage
{
    /// <summary>The open promises as they stand, the first due first.</summary>
    public required IReadOnlyList<OpenPromise> Promises { get; init; }

    /// <summary>Whether these are all that there are.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>The instant that they stand at.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>Which of them are asked for.</summary>
    public PromiseFilter Filter { get; init; } = new();

    /// <summary>Whether it hangs on a wall: large, and without anything to press.</summary>
    public bool IsWall { get; init; }

    /// <summary>The reader's language, as a BCP 47 tag.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The address of the board with another filter, form or language, as seen from the page.</summary>
    public required Func<PromiseFilter, bool, string, string> Address { get; init; }

    /// <summary>The address of the page of a ticket, as seen from the board.</summary>
    public required Func<string, string> Ticket { get; init; }

    /// <summary>Where the reader signs out; <c>null</c> where they have not signed in.</summary>
    public string? SignOut { get; init; }

    /// <summary>The address of a file that pages need (<see cref="BoardFiles"/>), as seen from the board.</summary>
    public required Func<string, string> File { get; init; }
}
