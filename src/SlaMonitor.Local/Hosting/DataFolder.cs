using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Local.Sqlite;

namespace SlaMonitor.Local.Hosting;

/// <summary>The folder that holds everything of this host, which owns it alone as long as it lives, however it dies.</summary>
internal sealed class DataFolder : IFolderLock, IDisposable
{
    private readonly FileStream _lock;
    private readonly PlacedFile _placed;

    public DataFolder(LocalHostSettings settings)
    {
        Path = settings.DataFolder;
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
            _lock = new FileStream(File("host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            _placed = PlacedFile.Of(_lock.Name);
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

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <inheritdoc />
    public bool IsHeld => _placed.IsInPlace;

    public void Dispose()
    {
        _placed.Dispose();
        _lock.Dispose();
    }
}
