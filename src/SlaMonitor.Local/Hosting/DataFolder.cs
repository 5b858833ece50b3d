using SlaMonitor.Local.Hosting.Settings;

namespace SlaMonitor.Local.Hosting;

/// <summary>The folder that holds everything of this host, which owns it alone as long as it lives, however it dies.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

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

    public void Dispose() => _lock.Dispose();
}
