using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Agreements.Format;

/// <summary>A mapping whose keys are up to the author.</summary>
/// <param name="Values">
/// Keys and values. A value that could not be read is reported, and <c>null</c> here: its key is known all the same.
/// </param>
/// <param name="Place">Where the mapping begins.</param>
/// <param name="IsComplete">Whether all of it could be read.</param>
internal sealed record Entries<TKey, TValue>(IReadOnlyList<(Located<TKey> Key, TValue? Value)> Values, Place Place, bool IsComplete)
    where TValue : class;
