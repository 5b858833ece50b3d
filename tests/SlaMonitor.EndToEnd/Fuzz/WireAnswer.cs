using System.Diagnostics;

namespace SlaMonitor.EndToEnd.Fuzz;

/// <summary>What came of an input.</summary>
/// <param name="Status">The status; <c>null</c> where the connection was closed, or nothing came for half a minute.</param>
/// <param name="From">When it was sent, as a timestamp of <see cref="Stopwatch"/>.</param>
/// <param name="To">When the answer had come.</param>
internal readonly record struct WireAnswer(int? Status, long From, long To)
{
    /// <summary>How long it took.</summary>
    public TimeSpan Took => Stopwatch.GetElapsedTime(From, To);
}
