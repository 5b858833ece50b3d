namespace SlaMonitor.Agreements.Feeds;

/// <summary>An event that cannot be understood. What becomes of it is for whoever reads the calendar to say.</summary>
/// <param name="Block">The event.</param>
/// <param name="Trouble">What is wrong with it, to be read after its title: <c>ends before it starts</c>.</param>
internal sealed record FeedOddity(EventBlock Block, string Trouble);
