using NodaTime;

namespace SlaMonitor.Core.Tickets;

/// <summary>Somebody has taken one promise of a ticket: the later steps of its clock stay quiet for a while.</summary>
/// <param name="Clock">The clock. Another budget is another promise.</param>
/// <param name="By">Who took it: an address.</param>
/// <param name="At">From when on (inclusive).</param>
/// <param name="Until">Until when (exclusive).</param>
public sealed record Acknowledgement(ClockId Clock, string By, Instant At, Instant Until)
{
    /// <summary>Whether it holds at an instant.</summary>
    public bool HoldsAt(Instant instant) => At <= instant && instant < Until;
}
