namespace SlaMonitor.CloudEvents;

/// <summary>Something that is wrong with a delivery.</summary>
/// <param name="Where">The place: <c>events[2].data.priority</c>.</param>
/// <param name="What">What is wrong, and what would be right.</param>
public sealed record EventProblem(string Where, string What);
