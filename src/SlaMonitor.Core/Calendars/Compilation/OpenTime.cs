namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>
/// When a calendar is open, over the stretch of time for which it is compiled. Everything is said in one quantity, the open ticks since
/// that stretch began: <see cref="OpenBefore"/> and its two inverses, <see cref="Opening"/> and <see cref="Completion"/>. Instants are
/// ticks of 100 ns since the Unix epoch. Immutable, so any number of threads may ask.
/// </summary>
internal abstract class OpenTime(long start, long end, long openTicks)
{
    /// <summary>First instant that is compiled.</summary>
    public long Start { get; } = start;

    /// <summary>First instant that is not compiled any more.</summary>
    public long End { get; } = end;

    /// <summary>Open ticks from start to end.</summary>
    public long OpenTicks { get; } = openTicks;

    public bool Covers(long ticks) => ticks >= Start && ticks < End;

    /// <summary>Open ticks from the start to the instant.</summary>
    public abstract long OpenBefore(long ticks);

    /// <summary>The instant at which the n-th open tick begins: the latest one with n open ticks before it. n is less than all.</summary>
    public abstract long Opening(long openTicks);

    /// <summary>
    /// The instant at which n open ticks are complete: the earliest one with n open ticks before it. n is at least one. It is the end of
    /// the last of those ticks, which keeps it at a closing, or at the start of an exclusion, instead of the opening that follows.
    /// </summary>
    public long Completion(long openTicks) => Opening(openTicks - 1) + 1;

    public abstract bool IsOpen(long ticks);

    /// <summary>The open stretches from one instant to another, cut at both, joined where one ends as the next begins.</summary>
    public abstract IEnumerable<(long Start, long End)> OpenBetween(long start, long end);
}
