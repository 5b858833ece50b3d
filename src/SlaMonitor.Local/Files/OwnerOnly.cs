namespace SlaMonitor.Local.Files;

/// <summary>
/// Files and folders for the user of this process alone: mails carry tokens that take promises, and tickets are their customers' business.
/// Windows has no such modes; there the folder above says who may read.
/// </summary>
internal static class OwnerOnly
{
    private const UnixFileMode OfFiles = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OfFolders = OfFiles | UnixFileMode.UserExecute;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Makes what is missing of a folder; one that is there stays as it is.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, OfFolders);
    }

    /// <summary>Opens a file for writing that nobody else has open, and makes it where it is missing.</summary>
    public static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OfFiles;
        return new FileStream(path, options);
    }

    /// <summary>Whether others can do anything with a file or folder, other than with a folder that is everybody's.</summary>
    public static bool IsOpen(string path)
    {
        if (OperatingSystem.IsWindows()) return false;
        var mode = File.GetUnixFileMode(path);
        return (mode & Others) != UnixFileMode.None && !mode.HasFlag(UnixFileMode.StickyBit);
    }

    /// <summary>Takes a file or folder from others. A folder that is everybody's, as <c>/tmp</c>, stays so.</summary>
    /// <returns>Whether others could do anything with it before.</returns>
    /// <exception cref="UnauthorizedAccessException">It belongs to another user.</exception>
    public static bool Take(string path)
    {
        if (OperatingSystem.IsWindows() || !IsOpen(path)) return false;
        File.SetUnixFileMode(path, File.GetUnixFileMode(path) & ~Others);
        return true;
    }
}
