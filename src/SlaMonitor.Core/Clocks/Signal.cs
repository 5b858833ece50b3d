using NodaTime;

namespace SlaMonitor.Core.Clocks;

/// <summary>A moment that matters to a metric of an agreement's own.</summary>
/// <param name="At">When.</param>
/// <param name="Rank">
/// Which comes first of those at the same instant: what waited for a return, what starts, what stops, what was written, the return, the
/// settlement.
/// </param>
/// <param name="Order">Of what was written at the same instant, which comes first.</param>
/// <param name="Effects">What it means.</param>
/// <param name="End">What a cycle has been ended by, if this ends it.</param>
internal readonly record struct Signal(Instant At, int Rank, int Order, SignalEffects Effects, ClockEnd End)
{
    /// <summary>The earliest rank: what waited for the return of the ticket.</summary>
    public const int Releasing = 0;

    /// <summary>The rank of what starts, replies aside.</summary>
    public const int Starting = 1;

    /// <summary>The rank of what stops and renews, replies aside: what starts and stops at once is a cycle that took no time.</summary>
    public const int Stopping = 2;

    /// <summary>The rank of replies, which count in their order.</summary>
    public const int Writing = 3;

    /// <summary>The rank of a return: an answer of the same instant was given before it.</summary>
    public const int Returning = 4;

    /// <summary>The rank of the settlement: an answer of the same instant was given before it.</summary>
    public const int Settling = 5;

    public bool Does(SignalEffects effect) => (Effects & effect) != SignalEffects.None;

    /// <summary>The order in which signals are taken.</summary>
    public static Comparison<Signal> InOrder { get; } = (one, other) =>
    {
        var byTime = one.At.CompareTo(other.At);
        if (byTime != 0) return byTime;

        var byRank = one.Rank.CompareTo(other.Rank);
        return byRank != 0 ? byRank : one.Order.CompareTo(other.Order);
    };
}
