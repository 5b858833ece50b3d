using System.Globalization;
using System.Runtime.CompilerServices;

namespace SlaMonitor.Local.Tests.Hosting;

/// <summary>A folder of one test's own, gone when the test is over.</summary>
public sealed class TempFolder : IDisposable
{
    private static int _count;

    public TempFolder([CallerMemberName] string name = "")
    {
        var number = Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture);
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"slamonitor-{Environment.ProcessId}-{number}-{name.TrimStart('.')}");
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Write(string name, string text) => System.IO.File.WriteAllText(File(name), text);

    public void Dispose()
    {
        // A receiver that still waits may open its database once more meanwhile.
        for (var tries = 0; Directory.Exists(Path); tries++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
            }
            catch (IOException) when (tries < 10)
            {
                // Again.
            }
        }
    }
}
