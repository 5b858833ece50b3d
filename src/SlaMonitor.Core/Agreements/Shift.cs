using NodaTime;

namespace SlaMonitor.Core.Agreements;

/// <summary>Somebody is on call for a stretch, as a calendar says. Shifts may overlap: <see cref="DatedTurns"/> says who counts.</summary>
/// <param name="Span">From (inclusive) to (exclusive).</param>
/// <param name="Member">Their address.</param>
public sealed record Shift(Interval Span, string Member);
