using NodaTime;

namespace SlaMonitor.Core.Tickets;

/// <summary>Somebody has taken one promise of a ticket: the later steps of its clock stay quiet for a while.</summary>
/// <param name="Clock">The clock. Another budget is another promise.</param>
/// <param name="By">Who took it: an address.</param>
/// <param name="At">From when on (inclusive).</param>
/// <param name="Until">Until when (exclusive); no later than <paramref name="At"/> where it is given back.</param>
public sealed record Acknowledgement(ClockId Clock, string By, Instant At, Instant Until)
{
    /// <summary>
    /// Who has it until then, and no longer: it is handed over, or given back. <c>null</c> where it is taken while nobody has it.
    /// </summary>
    public string? Replaces { get; init; }

    /// <summary>Who handed it over; <c>null</c> where <see cref="By"/> took it.</summary>
    public string? GivenBy { get; init; }

    /// <summary>Who handed it on, or gave it back, before it expired; <c>null</c> where nobody did.</summary>
    public string? EndedBy { get; init; }

    /// <summary>Whether it holds at an instant.</summary>
    public bool HoldsAt(Instant instant) => At <= instant && instant < Until;
}
