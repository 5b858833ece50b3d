using NodaTime;

namespace SlaMonitor.Mails.Board;

/// <summary>One event of a ticket, as it came.</summary>
/// <param name="At">When it happened.</param>
/// <param name="Type">What happened, in the sender's word.</param>
/// <param name="Source">Who told it.</param>
/// <param name="Content">What it said, as JSON.</param>
public sealed record ShownEvent(Instant At, string Type, string Source, string Content);
