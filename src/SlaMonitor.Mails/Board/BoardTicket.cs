using NodaTime;
using SlaMonitor.Core.Assessment;

namespace SlaMonitor.Mails.Board;

/// <summary>What the page of one ticket shows, and to whom.</summary>
public sealed record BoardTicket
{
    /// <summary>The ticket with its clocks.</summary>
    public required TicketAssessment Assessment { get; init; }

    /// <summary>The instant that it is shown at.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>Whether that is the present.</summary>
    public required bool IsPresent { get; init; }

    /// <summary>All that was told of the ticket, in order.</summary>
    public required IReadOnlyList<ToldMail> Told { get; init; }

    /// <summary>What will be told if nothing happens, in order.</summary>
    public required IReadOnlyList<ComingMail> Coming { get; init; }

    /// <summary>All events that the page counts, in order.</summary>
    public required IReadOnlyList<ShownEvent> Events { get; init; }

    /// <summary>The reader, and the addresses that all pages have in common.</summary>
    public required BoardFrame Frame { get; init; }

    /// <summary>What has just become of what the reader did; <c>null</c> where they did nothing.</summary>
    public string? Said { get; init; }

    /// <summary>People who may take promises, by their addresses.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>The addresses of other pages, as seen from this one.</summary>
    public required BoardTicketAddresses Addresses { get; init; }
}
