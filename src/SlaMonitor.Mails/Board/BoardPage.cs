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

    /// <summary>The reader, and the addresses that all pages have in common.</summary>
    public required BoardFrame Frame { get; init; }

    /// <summary>The reader's language, as a BCP 47 tag.</summary>
    public string Language => Frame.Language;

    /// <summary>Where promises are taken.</summary>
    public required string TakeUrl { get; init; }

    /// <summary>This page as seen from the board's folder: where to go after taking one.</summary>
    public required string Here { get; init; }

    /// <summary>The address of the board with another filter, form or language, as seen from the page.</summary>
    public required Func<PromiseFilter, bool, string, string> Address { get; init; }

    /// <summary>The address of the page of a ticket, as seen from the board.</summary>
    public required Func<string, string> Ticket { get; init; }
}
