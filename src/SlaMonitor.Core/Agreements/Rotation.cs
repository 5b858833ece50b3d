using NodaTime;

namespace SlaMonitor.Core.Agreements;

/// <summary>Who is on call when: members take turns in order, handing over at a fixed wall time.</summary>
/// <param name="Period">How long a turn lasts.</param>
/// <param name="HandoverDay">The day of a weekly handover; ignored for a daily one.</param>
/// <param name="HandoverTime">The wall time of the handover in the agreement's zone.</param>
/// <param name="FirstTurn">A date in the first member's first turn: turns are counted from here.</param>
/// <param name="Members">Addresses in order; at least one.</param>
public sealed record Rotation(
    RotationPeriod Period,
    IsoDayOfWeek HandoverDay,
    LocalTime HandoverTime,
    LocalDate FirstTurn,
    IReadOnlyList<string> Members);
