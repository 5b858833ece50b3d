namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>How entries are ordered, for <see cref="Landmarks{TEntry, TBy}"/>.</summary>
internal interface IAscending<TEntry>
{
    /// <summary>The key of an entry: not below that of the entry before.</summary>
    static abstract long KeyOf(in TEntry entry);

    /// <summary>How many entries on the next one is that can have a higher key than its neighbour's before it; 1 or more.</summary>
    static abstract int StepFrom(in TEntry entry);
}
