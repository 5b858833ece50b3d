using SlaMonitor.Agreements.Feeds;
using SlaMonitor.Agreements.Yaml;

namespace SlaMonitor.Monitoring.OnCall;

/// <summary>Reads calendars from files.</summary>
internal sealed class FeedFiles(FeedIntake intake)
{
    /// <summary>Reads the file again if it has changed.</summary>
    public void Look(OnCallFeed feed)
    {
        try
        {
            var file = new FileInfo(feed.Source);
            var stamp = file.Exists ? $"{file.Length}:{file.LastWriteTimeUtc.Ticks}" : "none";
            if (string.Equals(stamp, feed.Stamp, StringComparison.Ordinal)) return;

            feed.Stamp = stamp;
            if (!file.Exists) intake.Fail(feed, "there is no such file; the agreement takes who is on call from it");
            else Read(feed);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            intake.Fail(feed, $"the file cannot be read: {e.Message}");
        }
    }

    private void Read(OnCallFeed feed)
    {
        var length = FileLength.Of(feed.Source);
        if (length == 0) intake.Fail(feed, "the file is empty, or it is a pipe or a device, which is never read");
        else if (length > OnCallCalendar.LargestText) intake.Fail(feed, OnCallCalendar.TooLarge);
        else intake.Take(feed, File.ReadAllText(feed.Source), etag: null);
    }
}
