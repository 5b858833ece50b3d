namespace SlaMonitor.Agreements.Feeds;

/// <summary>An on-call calendar that could be read. Whom it names, and when that is, depends on the agreement that asks.</summary>
/// <param name="Entries">Its events in the order of the file.</param>
internal sealed record FeedCalendar(IReadOnlyList<FeedEntry> Entries);
