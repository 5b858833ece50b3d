namespace SlaMonitor.EndToEnd.HelpdeskLog;

/// <summary>A stop watch that is moved from event to event: what it shows follows from its switch alone.</summary>
internal sealed class ReferenceClock(long budgetSeconds)
{
    private Instant _read;

    public long Seconds { get; private set; }

    public Instant? EndedAt { get; private set; }

    /// <summary>When the budget was used up, once it is.</summary>
    public Instant? Exhausted { get; private set; }

    /// <summary>When the warning at 80 % of the budget was reached, once it is.</summary>
    public Instant? Warned { get; private set; }

    public void Start(Instant at) => _read = at;

    /// <summary>Lets time pass with the switch on or off.</summary>
    public void PassTo(Instant at, bool counts)
    {
        if (EndedAt is not null) return;

        foreach (var (from, to) in counts ? ReferenceOffice.OpenBetween(_read, at) : [])
        {
            var before = Seconds;
            Seconds += (long)(to - from).TotalSeconds;
            Exhausted ??= Reached(budgetSeconds, before, from);
            Warned ??= Reached(budgetSeconds * 80 / 100, before, from);
        }

        _read = at;
    }

    public void End(Instant at) => EndedAt ??= at;

    public void Resume(Instant at)
    {
        EndedAt = null;
        _read = at;
    }

    /// <summary>Whether the promise was broken by an instant.</summary>
    public bool IsBrokenBy(Instant now) => Exhausted < (EndedAt ?? now);

    private Instant? Reached(long mark, long before, Instant from) =>
        before < mark && Seconds >= mark ? from + Duration.FromSeconds(mark - before) : null;
}
