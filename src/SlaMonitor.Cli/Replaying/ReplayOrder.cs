using NodaTime;
using SlaMonitor.Cli.Histories;

namespace SlaMonitor.Cli.Replaying;

/// <summary>What to replay, and how.</summary>
internal sealed record ReplayOrder
{
    /// <summary>The agreements.</summary>
    public required ReplayedTerms Terms { get; init; }

    /// <summary>Those that they are compared with; <c>null</c> for none.</summary>
    public required ReplayedTerms? Against { get; init; }

    /// <summary>The history.</summary>
    public required HistorySource History { get; init; }

    /// <summary>The folder of the results.</summary>
    public required string To { get; init; }

    /// <summary>As of when; <c>null</c> for the last event.</summary>
    public required Instant? At { get; init; }

    /// <summary>How much of the events may be in memory, in MiB, about.</summary>
    public required int Memory { get; init; }

    /// <summary>Whether to find out who would have been told.</summary>
    public required bool Listens { get; init; }

    /// <summary>The language of the page that compares.</summary>
    public required string Language { get; init; }

    /// <summary>Whether the summary is written as JSON.</summary>
    public required bool Json { get; init; }
}
