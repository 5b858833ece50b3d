using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SlaMonitor.Local.Files;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Local.Sqlite;

namespace SlaMonitor.Local.Hosting.Backups;

/// <summary>
/// Writes a data folder into one archive, while the monitor works in it or not: its databases as of one moment, the key that signs links,
/// and the copies of on-call calendars. Mails that were filed are no state, and stay out.
/// </summary>
internal static class BackupWriter
{
    /// <summary>Writes it whole or not at all.</summary>
    /// <returns>The names of the files that it holds.</returns>
    /// <exception cref="LocalHostException">There is nothing to back up, or it cannot be written; the message says what to do.</exception>
    public static IReadOnlyList<string> Write(string dataFolder, string archive, DateTimeOffset now)
    {
        if (File.Exists(archive))
            throw new LocalHostException($"error: {archive} is there already; a backup is never written over another");
        var databases = DataFiles.Databases.Where(name => File.Exists(Path.Combine(dataFolder, name))).ToList();
        if (databases.Count == 0)
            throw new LocalHostException($"error: there is no database in {dataFolder}; --data names the data folder");

        var work = $"{archive}.tmp";
        try
        {
            if (Path.GetDirectoryName(archive) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
            OwnerOnly.CreateFolder(work);
            CopyDatabases(dataFolder, databases, work);
            var others = Others(dataFolder).ToList();
            var whole = Path.Combine(work, "whole.zip");
            Pack(
                whole,
                now,
                [
                    .. databases.Select(name => (name, Path.Combine(work, name))),
                    .. others.Select(name => (name, Path.Combine(dataFolder, name))),
                ]);
            File.Move(whole, archive, overwrite: false);
            return [.. databases, .. others];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new LocalHostException($"error: {dataFolder} cannot be backed up to {archive}: {e.Message}", e);
        }
        finally
        {
            if (Directory.Exists(work)) Directory.Delete(work, recursive: true);
        }
    }

    private static void CopyDatabases(string dataFolder, List<string> names, string work)
    {
        using (var snapshot = new SqliteSnapshot([.. names.Select(name => Path.Combine(dataFolder, name))]))
        {
            foreach (var name in names) snapshot.CopyTo(Path.Combine(dataFolder, name), Path.Combine(work, name));
        }

        foreach (var name in names)
        {
            if (SqliteCheck.Run(Path.Combine(work, name), CancellationToken.None) is { Count: > 0 } wrong)
                throw new IOException($"{name} is damaged: {string.Join("; ", wrong)}");
        }
    }

    private static IEnumerable<string> Others(string dataFolder)
    {
        if (File.Exists(Path.Combine(dataFolder, DataFiles.Key))) yield return DataFiles.Key;
        var feeds = Path.Combine(dataFolder, DataFiles.Feeds);
        if (!Directory.Exists(feeds)) yield break;
        foreach (var file in Directory.EnumerateFiles(feeds, "*.json")) yield return $"{DataFiles.Feeds}/{Path.GetFileName(file)}";
    }

    private static void Pack(string whole, DateTimeOffset now, IReadOnlyList<(string Name, string Path)> files)
    {
        using var stream = OwnerOnly.Open(whole, FileMode.CreateNew); // it holds the key
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var (name, path) in files)
            {
                var bytes = zip.CreateEntry(name);
                using var source = File.OpenRead(path);
                hashes[name] = Convert.ToHexStringLower(SHA256.HashData(source));
                source.Position = 0;
                using var target = bytes.Open();
                source.CopyTo(target);
            }

            using var manifest = zip.CreateEntry(BackupManifest.Name).Open();
            JsonSerializer.Serialize(
                manifest, new BackupManifest(BackupManifest.CurrentFormat, now, hashes), BackupJson.Default.BackupManifest);
        }

        stream.Flush(flushToDisk: true);
    }
}
