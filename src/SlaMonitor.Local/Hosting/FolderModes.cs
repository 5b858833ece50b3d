using Microsoft.Extensions.Logging;
using SlaMonitor.Local.Files;

namespace SlaMonitor.Local.Hosting;

/// <summary>
/// Takes from other users of the machine what an earlier version or another hand left for all to read. Nothing is touched but what the
/// monitor makes itself: a data folder may be a folder with other things in it.
/// </summary>
internal static class FolderModes
{
    private static readonly string[] Mails = ["*.eml", "*.tmp"];

    /// <summary>Tightens a data folder, and the folder of mails, which may lie elsewhere and then only has its mails tightened.</summary>
    public static void Tighten(string dataFolder, string mailFolder, ILogger logger)
    {
        if (OperatingSystem.IsWindows()) return;
        var taken = 0;
        foreach (var path in Ours(dataFolder, mailFolder))
        {
            try
            {
                if (OwnerOnly.Take(path)) taken++;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                logger.ModeNotChanged(path, e.Message);
            }
        }

        if (taken > 0) logger.ModesChanged(taken, dataFolder);
    }

    /// <summary>What of all that others can do something with.</summary>
    public static IReadOnlyList<string> OpenToOthers(string dataFolder, string mailFolder) =>
        [.. Ours(dataFolder, mailFolder).Where(OwnerOnly.IsOpen)];

    private static IEnumerable<string> Ours(string dataFolder, string mailFolder)
    {
        yield return dataFolder;
        foreach (var name in DataFiles.Databases.Append(DataFiles.Key).Append(DataFiles.Lock))
        {
            foreach (var file in Directory.EnumerateFiles(dataFolder, $"{name}*")) yield return file;
        }

        var feeds = Path.Combine(dataFolder, DataFiles.Feeds);
        if (Directory.Exists(feeds))
        {
            yield return feeds;
            foreach (var file in Directory.EnumerateFiles(feeds)) yield return file;
        }

        if (!Directory.Exists(mailFolder)) yield break;
        if (string.Equals(Path.GetDirectoryName(mailFolder), dataFolder, StringComparison.Ordinal)) yield return mailFolder;
        foreach (var file in Mails.SelectMany(pattern => Directory.EnumerateFiles(mailFolder, pattern))) yield return file;
    }
}
