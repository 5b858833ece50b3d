namespace SlaMonitor.Agreements.Feeds;

/// <summary>A calendar that could be read. What its events mean depends on who asks: shifts for a rotation, days off for a desk.</summary>
/// <param name="Entries">Its events in the order of the file.</param>
/// <param name="Oddities">The events that cannot be understood. Cancelled ones are not among them: they mean nothing.</param>
internal sealed record FeedCalendar(IReadOnlyList<FeedEntry> Entries, IReadOnlyList<FeedOddity> Oddities)
{
    /// <summary>The dates of each series that have an event of their own, by the series' UID.</summary>
    public ILookup<string?, Ical.Net.DataTypes.CalDateTime> Replaced { get; } = Entries
        .Where(entry => entry.Replaces is not null)
        .ToLookup(entry => entry.Event.Uid, entry => entry.Replaces!, StringComparer.Ordinal);
}
