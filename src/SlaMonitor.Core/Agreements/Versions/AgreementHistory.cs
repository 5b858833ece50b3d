using NodaTime;

namespace SlaMonitor.Core.Agreements.Versions;

/// <summary>All versions of one agreement. New versions never rewrite history: a ticket keeps the one in force when it was created.</summary>
public sealed class AgreementHistory
{
    /// <summary>Puts versions in order.</summary>
    /// <param name="versions">At least one; all of one agreement, each taking effect at a moment of its own.</param>
    /// <exception cref="ArgumentException">There is no version, or they are not versions of one agreement, or two take effect together.</exception>
    public AgreementHistory(IEnumerable<Agreement> versions)
    {
        Versions = [.. versions.OrderBy(version => version.EffectiveAt)];
        if (Versions.Count == 0) throw new ArgumentException("An agreement has at least one version.", nameof(versions));
        if (Versions.Any(version => !string.Equals(version.Id, Id, StringComparison.Ordinal))) throw new ArgumentException($"Not all of these are versions of {Id}.", nameof(versions));
        if (Versions.Zip(Versions.Skip(1)).Any(pair => pair.First.EffectiveAt == pair.Second.EffectiveAt))
            throw new ArgumentException($"Two versions of {Id} take effect at the same moment.", nameof(versions));
    }

    /// <summary>The agreement's name.</summary>
    public string Id => Versions[0].Id;

    /// <summary>The versions, earliest first.</summary>
    public IReadOnlyList<Agreement> Versions { get; }

    /// <summary>The version in force at a moment.</summary>
    /// <param name="instant">When the ticket was created.</param>
    /// <param name="absence">Why there is none, as a sentence without its full stop; else <c>null</c>.</param>
    /// <returns>The version, or <c>null</c> outside every term.</returns>
    public Agreement? VersionAt(Instant instant, out string? absence)
    {
        var version = Versions.LastOrDefault(candidate => candidate.EffectiveAt <= instant);
        absence = version switch
        {
            null => $"{Id} v{Versions[0].Version} takes effect on {Versions[0].EffectiveFrom:uuuu-MM-dd}, and nothing was agreed before",
            { Term: { LastDay: { } last } term } when instant.InZone(version.TimeZone).Date > last =>
                $"{Id} v{version.Version} ended on {last:uuuu-MM-dd} {term.EndedBecause}",
            _ => null,
        };
        return absence is null ? version : null;
    }
}
