using NodaTime;

namespace SlaMonitor.Core.Tickets;

/// <summary>Something that one side said and the other could see. Internal notes and automations are no messages.</summary>
/// <param name="At">When.</param>
/// <param name="By"><see cref="Actor.Agent"/> or <see cref="Actor.Customer"/>.</param>
/// <param name="Author">The agent's name where known.</param>
public readonly record struct Message(Instant At, Actor By, string? Author);
