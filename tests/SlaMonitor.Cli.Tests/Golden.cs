using System.Runtime.CompilerServices;

namespace SlaMonitor.Cli.Tests;

/// <summary>
/// Files of what the program says, in a folder <c>golden</c> beside the test. Where a change is meant, this writes them anew:
/// <c>UPDATE_GOLDEN=1 dotnet test</c>.
/// </summary>
internal static class Golden
{
    /// <summary>Compares what was said with the file.</summary>
    public static void Compare(string name, string text, [CallerFilePath] string source = "")
    {
        var actual = string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).TrimEnd() + "\n";
        var folder = Path.GetDirectoryName(source)!;
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(Path.Combine(folder, "golden", name), actual);
            return;
        }

        var expected = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, Path.GetFileName(folder), "golden", name));
        Assert.Equal(expected.ReplaceLineEndings("\n"), actual);
    }
}
