namespace SlaMonitor.Monitoring.Agreements.Feeds;

/// <summary>How large a calendar may be.</summary>
internal static class FeedSize
{
    /// <summary>A year of shifts has some ten thousand bytes; whatever is larger by far is something else.</summary>
    public const int Most = 1024 * 1024;

    public static string TooLarge => $"it is larger than {Most} bytes, which is the most that a calendar may have";
}
