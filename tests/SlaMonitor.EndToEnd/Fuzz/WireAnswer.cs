namespace SlaMonitor.EndToEnd.Fuzz;

/// <summary>What came of an input.</summary>
/// <param name="Status">The status; <c>null</c> where the connection was closed, or nothing came for half a minute.</param>
/// <param name="Took">How long it took.</param>
internal readonly record struct WireAnswer(int? Status, TimeSpan Took);
