namespace SlaMonitor.Local.Health;

/// <summary>How much room a disk has.</summary>
/// <param name="FreeBytes">What this user may still write.</param>
/// <param name="TotalBytes">The size of the disk.</param>
internal readonly record struct DiskSpace(long FreeBytes, long TotalBytes)
{
    /// <summary>The room of the disk that a folder is on.</summary>
    public static DiskSpace Of(string folder)
    {
        var drive = new DriveInfo(folder);
        return new DiskSpace(drive.AvailableFreeSpace, drive.TotalSize);
    }
}
