using SlaMonitor.Core.Clocks;

namespace SlaMonitor.Core.Comparing;

/// <summary>A promise that comes to something else under other terms.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Title">Its title; <c>null</c> where it has none.</param>
/// <param name="Metric">The name of the metric: what is compared is the same metric of the same ticket in the same cycle.</param>
/// <param name="Cycle">The cycle, from 1.</param>
/// <param name="From">What it came to; <c>null</c> where nothing was promised.</param>
/// <param name="To">What it comes to under the other terms; <c>null</c> where nothing is promised.</param>
/// <param name="Reasons">Why: all that differs.</param>
public sealed record ClockChange(
    string TicketId, string? Title, string Metric, int Cycle, ComparedClock? From, ComparedClock? To, IReadOnlyList<ChangeReason> Reasons)
{
    /// <summary>Whether a promise is broken that was not.</summary>
    public bool IsWorse => To?.State == ClockState.Breached;

    /// <summary>Whether a promise is no longer broken that was.</summary>
    public bool IsBetter => From?.State == ClockState.Breached;
}
