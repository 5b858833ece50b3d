using NodaTime;

namespace SlaMonitor.Core.Tickets;

/// <summary>A due time that was agreed, and when.</summary>
/// <param name="From">When it was agreed.</param>
/// <param name="Agreed">What was agreed.</param>
public sealed record AgreedDueSince(Instant From, AgreedDue Agreed);
