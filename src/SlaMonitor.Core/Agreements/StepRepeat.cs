using NodaTime;

namespace SlaMonitor.Core.Agreements;

/// <summary>That a step is told again, until somebody takes the promise or the clock ends.</summary>
/// <param name="Every">How long after it was told before, in real time.</param>
/// <param name="Times">How often at most; 1 or more.</param>
public sealed record StepRepeat(Duration Every, int Times);
