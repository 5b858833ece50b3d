using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Local.Sqlite;

namespace SlaMonitor.Local.Hosting;

/// <summary>The folder that holds everything of this host, which owns it alone as long as it lives, however it dies.</summary>
internal sealed class DataFolder : IFolderLock, IDisposable
{
    private readonly FileStream _lock;
    private readonly PlacedFile _placed;

    /// <exception cref="LocalHostException">It cannot be used, or somebody else uses it.</exception>
    public DataFolder(string path)
    {
        Path = path;
        try
        {
            Directory.CreateDirectory(Path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new LocalHostException($"error: the data folder {Path} cannot be made: {problem.Message}", problem);
        }

        try
        {
            // The operating system gives this lock back when the process ends, even when it is killed.
            _lock = new FileStream(File(DataFiles.Lock), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            _placed = PlacedFile.Of(_lock.Name);
            WasLeftUnclean = _lock.Length > 0;
            _lock.Write("in use"u8);
            _lock.Flush(flushToDisk: true);
        }
        catch (IOException problem)
        {
            throw new LocalHostException(
                $"error: the data folder {Path} is in use by another host; stop that one, or choose another folder with --data", problem);
        }
        catch (UnauthorizedAccessException problem)
        {
            throw new LocalHostException($"error: the data folder {Path} cannot be written to: {problem.Message}", problem);
        }
    }

    public string Path { get; }

    /// <summary>Whether the process before this one did not end by itself: it was killed, or the machine went down.</summary>
    public bool WasLeftUnclean { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <inheritdoc />
    public bool IsHeld => _placed.IsInPlace;

    public void Dispose()
    {
        _placed.Dispose();
        if (_lock.CanWrite) _lock.SetLength(0); // the next start reads this as a clean stop
        _lock.Dispose();
    }
}
