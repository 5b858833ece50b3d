using NodaTime;

namespace SlaMonitor.Monitoring.Views;

/// <summary>A version of an agreement, and what is other in it than in the one before.</summary>
public sealed record VersionView
{
    /// <summary>Its number.</summary>
    public required int Version { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Its first day, in the agreement's zone: tickets that are created from then on fall under it.</summary>
    public required LocalDate From { get; init; }

    /// <summary>Its last day; nothing where no end is in sight.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Whether it is in force.</summary>
    public required bool InForce { get; init; }

    /// <summary>The file that it is written in; nothing where that is not known.</summary>
    public string? File { get; init; }

    /// <summary>What the version before said and this one does not, in sentences; nothing in the first.</summary>
    public IReadOnlyList<string>? Dropped { get; init; }

    /// <summary>What this one says and the version before did not, in sentences; nothing in the first.</summary>
    public IReadOnlyList<string>? Added { get; init; }

    /// <summary>
    /// Set where something is other that no sentence says: contacts, holidays, fees, credits, reports or the like; the files show it.
    /// </summary>
    public bool? OtherwiseChanged { get; init; }
}
