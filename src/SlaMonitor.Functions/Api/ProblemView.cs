namespace SlaMonitor.Functions.Api;

/// <summary>Problem details (RFC 9457): what was wrong with a request, and what would be right.</summary>
internal sealed record ProblemView
{
    /// <summary>What kind of problem it is, as an address.</summary>
    public string? Type { get; init; }

    /// <summary>What was wrong, in a sentence.</summary>
    public string? Title { get; init; }

    /// <summary>The status of the answer.</summary>
    public int? Status { get; init; }

    /// <summary>What would be right, in sentences.</summary>
    public string? Detail { get; init; }

    /// <summary>Of events: each mistake, by its place.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>The request, as traces call it.</summary>
    public string? TraceId { get; init; }
}
