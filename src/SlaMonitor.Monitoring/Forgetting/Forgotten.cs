namespace SlaMonitor.Monitoring.Forgetting;

/// <summary>What came of a stretch of an erasure.</summary>
/// <param name="Record">The record of the whole.</param>
/// <param name="Next">What the next stretch begins at; <c>null</c>: all is gone through.</param>
/// <param name="Kept">Tickets of this stretch that name the person still, because an agreement asks for them by name.</param>
/// <param name="Agreements">Agreements that name the person as a contact: the next mail to them names them again.</param>
public sealed record Forgotten(ErasureRecord Record, string? Next, IReadOnlyList<string> Kept, IReadOnlyList<string> Agreements);
