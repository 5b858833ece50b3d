using NodaTime;

namespace SlaMonitor.Core.Agreements;

/// <summary>Somebody is on call from an instant on.</summary>
/// <param name="Member">Their address.</param>
/// <param name="From">From when.</param>
public sealed record RotationTurn(string Member, Instant From);
