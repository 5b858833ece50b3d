using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Core.Clocks;

/// <summary>A target that was considered before the matched one, and did not match.</summary>
/// <param name="Target">The target.</param>
/// <param name="Why">What did not hold, in words.</param>
public sealed record PassedOver(Target Target, string Why);
