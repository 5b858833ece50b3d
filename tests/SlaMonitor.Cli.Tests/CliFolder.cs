using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Cli.Running;

namespace SlaMonitor.Cli.Tests;

/// <summary>A folder of its own for a test of the program, which it runs on 1 June 2026.</summary>
internal sealed class CliFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("sla-cli-").FullName;

    public void Dispose() => Directory.Delete(_path, recursive: true);

    public static (int Outcome, string Text, string Errors) Run(params string[] args) =>
        RunOn(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero), args);

    /// <summary>Runs the program on another day.</summary>
    public static (int Outcome, string Text, string Errors) RunOn(DateTimeOffset now, params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var today = new FakeTimeProvider(now);
        var outcome = SlaCommand.Run(args, output, errors, new Surroundings(_ => null, today));
        return (outcome, output.ToString(), errors.ToString());
    }

    /// <summary>The folder, or what is called so in it.</summary>
    public string At(params string[] names) => Path.Combine([_path, .. names]);

    /// <summary>Writes a file, with the folders above it.</summary>
    /// <returns>Its path.</returns>
    public string Write(string name, string text)
    {
        var path = At(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
