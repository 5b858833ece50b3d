using SlaMonitor.Mails.Contents;

namespace SlaMonitor.Mails.Comparisons;

/// <summary>What a history came to under one of the terms.</summary>
public sealed record ComparedTerms
{
    /// <summary>What whoever compares calls them.</summary>
    public required string Name { get; init; }

    /// <summary>The agreements with their versions, as in <c>support v2</c>.</summary>
    public required IReadOnlyList<string> Versions { get; init; }

    /// <summary>What was kept, by the name of the metric.</summary>
    public required IReadOnlyDictionary<string, ComparedMetric> Metrics { get; init; }

    /// <summary>What it costs, by period.</summary>
    public required IReadOnlyList<ComparedCredit> Credits { get; init; }

    /// <summary>How many mails there are; <c>null</c> where nobody asked.</summary>
    public long? Mails { get; init; }

    /// <summary>How many things the mails tell, by what they are.</summary>
    public IReadOnlyDictionary<MailItemKind, long> Told { get; init; } = new Dictionary<MailItemKind, long>();

    /// <summary>How many mails each person gets, by address.</summary>
    public IReadOnlyDictionary<string, long> ByPerson { get; init; } = new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase);
}
