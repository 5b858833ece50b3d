using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Monitoring.Evaluation;

/// <summary>What other agreements made of an open ticket.</summary>
/// <param name="Governing">The version that governs it now; <c>null</c>: none.</param>
/// <param name="Unpromised">The ticket where it is open and none governs it.</param>
/// <param name="Former">The fingerprint of the agreements that it was looked at by before; <c>null</c> where that is not known.</param>
/// <param name="HasMoved">Whether its next look is at another time now.</param>
internal sealed record TermsMove(Agreement? Governing, Ticket? Unpromised, string? Former, bool HasMoved);
