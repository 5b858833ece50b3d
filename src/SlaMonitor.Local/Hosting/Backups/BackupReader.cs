using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using SlaMonitor.Local.Files;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Local.Sqlite;

namespace SlaMonitor.Local.Hosting.Backups;

/// <summary>Puts an archive of <see cref="BackupWriter"/> into a data folder that holds nothing yet.</summary>
internal static partial class BackupReader
{
    private const string Half = ".restoring";

    /// <summary>Restores all of it, or leaves the folder without any of it.</summary>
    /// <returns>What the archive says of itself.</returns>
    /// <exception cref="LocalHostException">The archive is not whole, or the folder is in use or not empty.</exception>
    public static BackupManifest Restore(string archive, string dataFolder)
    {
        using var folder = new DataFolder(dataFolder);
        if (DataFiles.Databases.Append(DataFiles.Key).FirstOrDefault(name => File.Exists(folder.File(name))) is { } there)
            throw new LocalHostException($"error: {dataFolder} holds {there} already; move what is there away, or choose another --data");

        var halves = new List<string>();
        try
        {
            using var zip = ZipFile.OpenRead(archive);
            var manifest = ReadManifest(zip, archive);
            foreach (var (name, hash) in manifest.Files) halves.Add(Extract(zip, name, hash, folder));
            foreach (var half in halves) File.Move(half, half[..^Half.Length], overwrite: true);
            return manifest;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or JsonException)
        {
            throw new LocalHostException($"error: {archive} cannot be restored to {dataFolder}: {e.Message}", e);
        }
        finally
        {
            foreach (var half in halves) File.Delete(half);
        }
    }

    private static BackupManifest ReadManifest(ZipArchive zip, string archive)
    {
        var entry = zip.GetEntry(BackupManifest.Name) ?? throw new InvalidDataException($"it has no {BackupManifest.Name}");
        using var stream = entry.Open();
        var manifest = JsonSerializer.Deserialize(stream, BackupJson.Default.BackupManifest);
        if (manifest is not { Format: BackupManifest.CurrentFormat, Files.Count: > 0 })
            throw new InvalidDataException($"{archive} is of a form that this version does not know");
        // Nothing else is ever written, so that no archive writes outside of the folder.
        if (manifest.Files.Keys.FirstOrDefault(name => !IsOurs(name)) is { } foreign)
            throw new InvalidDataException($"it names '{foreign}', which no data folder has");
        return manifest;
    }

    private static bool IsOurs(string name) =>
        IsDatabase(name) || name == DataFiles.Key || FeedName().IsMatch(name);

    private static bool IsDatabase(string name) => DataFiles.Databases.Contains(name, StringComparer.Ordinal);

    private static string Extract(ZipArchive zip, string name, string hash, DataFolder folder)
    {
        var entry = zip.GetEntry(name) ?? throw new InvalidDataException($"{name} is missing");
        var half = folder.File(name) + Half;
        OwnerOnly.CreateFolder(Path.GetDirectoryName(half)!);
        try
        {
            using (var target = OwnerOnly.Open(half, FileMode.Create))
            {
                using (var source = entry.Open()) source.CopyTo(target);
                target.Flush(flushToDisk: true);
                target.Position = 0;
                if (Convert.ToHexStringLower(SHA256.HashData(target)) != hash)
                    throw new InvalidDataException($"{name} is not as it was backed up");
            }

            if (IsDatabase(name) && SqliteCheck.Run(half, CancellationToken.None) is { Count: > 0 } wrong)
                throw new InvalidDataException($"{name} is damaged: {string.Join("; ", wrong)}");
            return half;
        }
        catch
        {
            File.Delete(half);
            throw;
        }
    }

    [GeneratedRegex(@"^feeds/[0-9a-f]{1,64}\.json$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FeedName();
}
