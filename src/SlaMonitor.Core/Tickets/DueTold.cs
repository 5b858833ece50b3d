using NodaTime;

namespace SlaMonitor.Core.Tickets;

/// <summary>
/// What the field of a helpdesk that is for agreed due times holds, as an event tells it. A due time is agreed where it differs from what
/// the field held before: most events repeat it, and what it holds when it is first told may be the helpdesk's own.
/// </summary>
/// <param name="Metric">The name of the metric whose clock it is for.</param>
/// <param name="Due">When it is due; <c>null</c> while the field is empty.</param>
/// <param name="Reason">Where it was written: the field, and the connection.</param>
/// <param name="ApprovedBy">Who told of it; the connection, where that is not said.</param>
public sealed record DueTold(string Metric, Instant? Due, string Reason, string ApprovedBy);
