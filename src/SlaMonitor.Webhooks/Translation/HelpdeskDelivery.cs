
using SlaMonitor.CloudEvents;

namespace SlaMonitor.Webhooks.Translation;

/// <summary>What a helpdesk's request means, in our words.</summary>
public sealed record HelpdeskDelivery : Delivery
{
    /// <summary>What was understood only in part.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>Why there are no events, where that is no mistake.</summary>
    public string? Ignored { get; init; }
}
