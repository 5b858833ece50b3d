using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Evaluation;

/// <summary>How far a walk over the open tickets is.</summary>
/// <param name="terms">The fingerprint of the agreements that it is for.</param>
internal sealed class TermsWalk(string terms)
{
    /// <summary>
    /// After how many passes a walk ends though it still found tickets of other agreements: another instance of the monitor has other
    /// files then, and the two would write each other's tickets for ever.
    /// </summary>
    private const int MostPasses = 3;

    private readonly SortedDictionary<string, (int Open, int Moved)> _byVersion = new(StringComparer.Ordinal);
    private int _passes;
    private int _writtenBefore;

    /// <summary>The fingerprint of the agreements that it is for.</summary>
    public string Terms => terms;

    /// <summary>Where the next page begins; <c>null</c> at the beginning of a pass.</summary>
    public string? After { get; private set; }

    /// <summary>Whether all open tickets are of these agreements.</summary>
    public bool IsDone { get; private set; }

    /// <summary>How many tickets were passed, those of a second pass again.</summary>
    public long Read { get; private set; }

    /// <summary>How many tickets were written.</summary>
    public int Written { get; private set; }

    /// <summary>How many of them have another next look.</summary>
    public int Moved { get; private set; }

    /// <summary>The agreements that tickets were of before; <c>null</c> where none was met of which that is known.</summary>
    public string? Former { get; private set; }

    /// <summary>How many open tickets were written, and how many moved, by the version that governs them.</summary>
    public IEnumerable<(string Version, int Open, int Moved)> ByVersion =>
        _byVersion.Select(entry => (entry.Key, entry.Value.Open, entry.Value.Moved));

    /// <summary>Counts a ticket that was written.</summary>
    public void Add(TermsMove move)
    {
        var version = move.Governing is { } governing ? $"{governing.Id} v{governing.Version} ({governing.Fingerprint})" : "no agreement";
        var (open, moved) = _byVersion.GetValueOrDefault(version);
        _byVersion[version] = (open + 1, moved + (move.HasMoved ? 1 : 0));
        Written++;
        if (move.HasMoved) Moved++;
        Former ??= move.Former;
    }

    /// <summary>Goes on behind a page.</summary>
    public void Pass(OpenTickets page)
    {
        Read += page.Tickets.Count;
        After = page.Next;
        if (After is not null) return;

        IsDone = Written == _writtenBefore || ++_passes == MostPasses;
        _writtenBefore = Written;
    }
}
