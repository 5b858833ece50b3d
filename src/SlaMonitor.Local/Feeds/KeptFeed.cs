using System.Text.Json.Serialization;
using NodaTime;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Feeds;

/// <summary>A calendar as it is written to its file.</summary>
internal sealed record KeptFeed(string Text, string? ETag, long ReadAt)
{
    private const int LastYear = 9000;

    /// <summary>The copy, or <c>null</c> where the file is of something else.</summary>
    [JsonIgnore]
    public FeedCopy? Copy =>
        Text is null || ReadAt < 0 || ReadAt > Instant.FromUtc(LastYear, 1, 1, 0, 0).ToUnixTimeSeconds()
            ? null
            : new FeedCopy(Text, ETag, Instant.FromUnixTimeSeconds(ReadAt));

    public static KeptFeed Of(FeedCopy copy) => new(copy.Text, copy.ETag, copy.ReadAt.ToUnixTimeSeconds());
}
