using NodaTime;

namespace SlaMonitor.Monitoring.Views;

/// <summary>Every rotation of the agreements in force.</summary>
/// <param name="At">The instant that they are shown at.</param>
/// <param name="Rotations">The rotations, by agreement.</param>
/// <param name="Troubles">Calendars that could not be read, so that the last that was read of them counts; nothing where all could.</param>
public sealed record RotationListView(Instant At, IReadOnlyList<RotationView> Rotations, IReadOnlyList<string>? Troubles);
