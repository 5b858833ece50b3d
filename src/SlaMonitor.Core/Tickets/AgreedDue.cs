using NodaTime;

namespace SlaMonitor.Core.Tickets;

/// <summary>A due time that both parties agreed on for one ticket, in the place of the one that its agreement works out.</summary>
/// <param name="Metric">The name of the metric whose clock it is for: the one that runs when it is agreed.</param>
/// <param name="Due">When it is due: after it was agreed.</param>
/// <param name="Reason">Why, in the parties' words.</param>
/// <param name="ApprovedBy">Who agreed to it.</param>
public sealed record AgreedDue(string Metric, Instant Due, string Reason, string ApprovedBy);
