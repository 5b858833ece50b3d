namespace SlaMonitor.Local.Hosting.Backups;

/// <summary>What an archive holds.</summary>
/// <param name="Format">The form of the archive; <see cref="CurrentFormat"/> is the only one so far.</param>
/// <param name="TakenAt">When it was taken, by the machine's clock.</param>
/// <param name="Files">The SHA-256 of each file, in hexadecimal digits, by its name in the data folder, with slashes.</param>
internal sealed record BackupManifest(int Format, DateTimeOffset TakenAt, SortedDictionary<string, string> Files)
{
    public const string Name = "backup.json";
    public const int CurrentFormat = 1;
}
