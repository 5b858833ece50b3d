using NodaTime;

namespace SlaMonitor.Core.Agreements.Versions;

/// <summary>
/// All versions of one agreement. New versions never rewrite history: a ticket keeps the one in force when it was created.
/// </summary>
public sealed class AgreementHistory
{
    private readonly Instant[] _beginnings;
    private readonly Instant[] _endings;

    /// <summary>Puts versions in order.</summary>
    /// <param name="versions">At least one; all of one agreement, each taking effect at a moment of its own.</param>
    /// <exception cref="ArgumentException">
    /// There is no version, or they are not versions of one agreement, or two take effect together.
    /// </exception>
    public AgreementHistory(IEnumerable<Agreement> versions)
    {
        Versions = [.. versions.OrderBy(version => version.EffectiveAt)];
        if (Versions.Count == 0) throw new ArgumentException("An agreement has at least one version.", nameof(versions));
        if (Versions.Any(version => !string.Equals(version.Id, Id, StringComparison.Ordinal)))
            throw new ArgumentException($"Not all of these are versions of {Id}.", nameof(versions));
        if (Versions.Zip(Versions.Skip(1)).Any(pair => pair.First.EffectiveAt == pair.Second.EffectiveAt))
            throw new ArgumentException($"Two versions of {Id} take effect at the same moment.", nameof(versions));

        _beginnings = [.. Versions.Select(version => version.EffectiveAt)];
        _endings = [.. Versions.Select(EndingOf)];
    }

    /// <summary>The agreement's name.</summary>
    public string Id => Versions[0].Id;

    /// <summary>The versions, earliest first.</summary>
    public IReadOnlyList<Agreement> Versions { get; }

    /// <summary>The version in force at a moment.</summary>
    /// <param name="instant">When the ticket was created.</param>
    /// <returns>The version, or <c>null</c> outside every term.</returns>
    public Agreement? VersionAt(Instant instant) =>
        LatestAt(instant) is >= 0 and var latest && instant < _endings[latest] ? Versions[latest] : null;

    /// <summary>Why there is no version in force at a moment, as a sentence without its full stop.</summary>
    /// <param name="instant">A moment at which there is none.</param>
    public string WhyNoneAt(Instant instant)
    {
        if (LatestAt(instant) is not (>= 0 and var latest))
            return $"{Id} v{Versions[0].Version} takes effect on {Versions[0].EffectiveFrom:uuuu-MM-dd}, and nothing was agreed before";

        var (version, term) = (Versions[latest], Versions[latest].Term!);
        return $"{Id} v{version.Version} ended on {term.LastDay:uuuu-MM-dd} {term.EndedBecause}";
    }

    private static Instant EndingOf(Agreement version) =>
        version.Term?.LastDay is { } last ? version.TimeZone.AtStartOfDay(last.PlusDays(1)).ToInstant() : Instant.MaxValue;

    /// <summary>Where the last version is that has taken effect at a moment; -1 before the first.</summary>
    private int LatestAt(Instant instant)
    {
        var latest = _beginnings.Length - 1;
        while (latest >= 0 && _beginnings[latest] > instant) latest--;
        return latest;
    }
}
