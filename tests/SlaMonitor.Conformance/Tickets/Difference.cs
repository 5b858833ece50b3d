namespace SlaMonitor.Conformance.Tickets;

/// <summary>What we answer otherwise than a case expects, and why.</summary>
/// <param name="Rule">The rule that we follow.</param>
/// <param name="Better">What the user has of it.</param>
/// <param name="Answers">Our answer by key; <c>null</c> where ours is that there is none.</param>
internal sealed record Difference(string Rule, string Better, params (string Key, string? Ours)[] Answers);
