using SlaMonitor.Monitoring.Forgetting;

namespace SlaMonitor.Monitoring.Views;

/// <summary>Who was forgotten when, without names.</summary>
/// <param name="Forgotten">The erasures.</param>
public sealed record ForgottenPage(IReadOnlyList<ErasureRecord> Forgotten);
