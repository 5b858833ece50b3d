namespace SlaMonitor.Monitoring.Agreements.Format;

/// <summary>A mapping whose keys are up to the author. A value that could not be read is reported, and <c>null</c> here: its key is known all the same.</summary>
internal sealed record Entries<TKey, TValue>(IReadOnlyList<(Located<TKey> Key, TValue? Value)> Values, Place Place)
    where TValue : class;
