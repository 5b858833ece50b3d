using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Storage;

/// <summary>What a claim comes to.</summary>
/// <param name="Outcome">The answer to the one who claims.</param>
/// <param name="TakenFrom">The other holder whose stale claim is taken over, and who may have sent the notification; usually none.</param>
public sealed record ClaimDecision(ClaimOutcome Outcome, string? TakenFrom);
