using SlaMonitor.Local.Files;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Local.Sqlite;

namespace SlaMonitor.Local.Hosting;

/// <summary>The folder that holds everything of this host, which owns it alone as long as it lives, however it dies.</summary>
internal sealed class DataFolder : IFolderLock, IDisposable
{
    private const int ReadOnly = 30; // EROFS

    // EWOULDBLOCK of Linux and of macOS, and Windows' violations of sharing and of a lock.
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    private readonly FileStream _lock;
    private readonly PlacedFile _placed;
    private bool _staysUnclean;

    /// <exception cref="LocalHostException">It cannot be used, or somebody else uses it.</exception>
    public DataFolder(string path)
    {
        Path = path;
        try
        {
            OwnerOnly.CreateFolder(Path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new LocalHostException($"error: the data folder {Path} cannot be made: {problem.Message}", problem);
        }

        try
        {
            // The operating system gives this lock back when the process ends, even when it is killed.
            _lock = OwnerOnly.Open(File(DataFiles.Lock), FileMode.OpenOrCreate);
            _placed = PlacedFile.Of(_lock.Name);
            WasLeftUnclean = _lock.Length > 0;
            _lock.Write("in use"u8);
            _lock.Flush(flushToDisk: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Refusal(Path, problem);
        }
    }

    public string Path { get; }

    /// <summary>Whether the process before this one did not end by itself: it was killed, or the machine went down.</summary>
    public bool WasLeftUnclean { get; }

    /// <summary>Lets the next start look through the databases, as after a kill.</summary>
    public void LeaveUnclean() => _staysUnclean = true;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <inheritdoc />
    public bool IsHeld => _placed.IsInPlace;

    /// <summary>Whether a folder was refused because somebody else uses it.</summary>
    internal static bool IsInUse(LocalHostException refusal) =>
        refusal.InnerException is IOException problem && HeldByAnother.Contains(problem.HResult);

    /// <summary>Says why the lock file cannot be opened.</summary>
    internal static LocalHostException Refusal(string path, Exception problem) => new(
        problem is IOException && HeldByAnother.Contains(problem.HResult)
            ? $"error: the data folder {path} is in use by another host; stop that one, or choose another folder with --data"
            : problem is IOException && problem.HResult == ReadOnly
            ? $"error: the data folder {path} is on a file system that is read-only; mount it for writing, "
                + "or choose another folder with --data"
            : $"error: the data folder {path} cannot be written to: {problem.Message}",
        problem);

    public void Dispose()
    {
        _placed.Dispose();
        if (_lock.CanWrite && !_staysUnclean) _lock.SetLength(0); // the next start reads this as a clean stop
        _lock.Dispose();
    }
}
