using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using SlaMonitor.Local.Files;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Feeds;

/// <summary>
/// Keeps on-call calendars as files of a folder. Their names say nothing of where a calendar is from, which may be a secret.
/// </summary>
internal sealed class FeedCopyFolder(string folder, ILogger<FeedCopyFolder> logger) : IFeedCopies
{
    public FeedCopy? Find(string source)
    {
        var path = PathOf(source);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), FeedCopyJson.Default.KeptFeed)?.Copy : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            logger.FeedCopyUnreadable(path, e.Message);
            return null;
        }
    }

    public void Keep(string source, FeedCopy copy)
    {
        OwnerOnly.CreateFolder(folder);

        // Whole or not at all: written beside, forced to the disk, and only then given its name.
        var path = PathOf(source);
        var temporary = $"{path}.tmp";
        using (var file = OwnerOnly.Open(temporary, FileMode.Create))
        {
            JsonSerializer.Serialize(file, KeptFeed.Of(copy), FeedCopyJson.Default.KeptFeed);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    private string PathOf(string source) =>
        Path.Combine(folder, $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)))[..32]}.json");
}
