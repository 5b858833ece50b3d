using NodaTime;

namespace SlaMonitor.Monitoring.Views;

/// <summary>What other agreements would do to the open tickets.</summary>
/// <param name="Looked">How many open tickets were looked at.</param>
/// <param name="All">Whether these are all that are open.</param>
/// <param name="Moved">How many of them would have a promise that is due at another time, one more, or one less.</param>
/// <param name="LateAtOnce">How many would have a promise that is broken now, and is not broken as things are.</param>
/// <param name="Examples">Some of the promises that would move, at most one of a ticket.</param>
public sealed record TrialEffectView(
    int Looked, bool All, int Moved, int LateAtOnce, IReadOnlyList<TrialEffectView.MovedPromise> Examples)
{
    /// <summary>A promise that would be due at another time.</summary>
    /// <param name="Ticket">The ticket.</param>
    /// <param name="Metric">What is promised.</param>
    /// <param name="Cycle">Which exchange, update or reopening, from 1.</param>
    /// <param name="DueAt">When it is due as things are; nothing where it is not promised, or held.</param>
    /// <param name="WouldBeDueAt">When it would be; nothing where it would not be promised, or is held.</param>
    /// <param name="LateAtOnce">Whether it would be broken at once.</param>
    public sealed record MovedPromise(
        string Ticket, string Metric, int Cycle, Instant? DueAt, Instant? WouldBeDueAt, bool LateAtOnce);
}
