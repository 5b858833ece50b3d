using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Ingestion;

namespace SlaMonitor.Webhooks.Translation;

/// <summary>What a request means. Where there are problems, there are no events: a request is taken whole or not at all.</summary>
public sealed record Translated
{
    /// <summary>The events, in our words.</summary>
    public IReadOnlyList<TicketEvent> Events { get; init; } = [];

    /// <summary>What keeps the request from being taken.</summary>
    public IReadOnlyList<EventProblem> Problems { get; init; } = [];

    /// <summary>What was understood only in part.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>Why there are no events, where that is no mistake.</summary>
    public string? Ignored { get; init; }

    /// <summary>Whether the body is of a format that is not understood at all.</summary>
    public bool IsUnsupportedMediaType { get; init; }
}
