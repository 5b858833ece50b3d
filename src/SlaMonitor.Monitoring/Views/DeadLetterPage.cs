namespace SlaMonitor.Monitoring.Views;

/// <summary>Some of the dead letters.</summary>
/// <param name="DeadLetters">Lowest number first.</param>
/// <param name="Next">The number that the next page begins with; <c>null</c> where this is the last.</param>
public sealed record DeadLetterPage(IReadOnlyList<DeadLetterView> DeadLetters, long? Next);
