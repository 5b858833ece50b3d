using NodaTime;

namespace SlaMonitor.Core.Tickets;

/// <summary>The event that told when its ticket was created, where the creation itself did not, or told a later time.</summary>
/// <param name="Source">Who told it (CloudEvents <c>source</c>).</param>
/// <param name="EventId">Which event of that source it is.</param>
/// <param name="TypeName">What happened, in the sender's words.</param>
/// <param name="At">When the event happened.</param>
public sealed record CreationAccount(string Source, string EventId, string TypeName, Instant At);
