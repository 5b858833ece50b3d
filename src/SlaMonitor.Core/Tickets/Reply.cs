using NodaTime;

namespace SlaMonitor.Core.Tickets;

/// <summary>Something that one side wrote, publicly or internally.</summary>
/// <param name="At">When.</param>
/// <param name="By"><see cref="Actor.Agent"/> or <see cref="Actor.Customer"/>.</param>
/// <param name="Public">Whether the other side can see it.</param>
internal readonly record struct Reply(Instant At, Actor By, bool Public);
