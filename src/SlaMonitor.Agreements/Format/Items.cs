using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Agreements.Format;

/// <summary>A list.</summary>
/// <param name="Values">What could be read; the rest is reported and left out.</param>
/// <param name="Place">Where the list begins.</param>
/// <param name="IsComplete">Whether all of it could be read: only then does an empty list mean that nothing was written.</param>
internal sealed record Items<T>(IReadOnlyList<T> Values, Place Place, bool IsComplete)
{
    public bool IsEmpty => IsComplete && Values.Count == 0;
}
