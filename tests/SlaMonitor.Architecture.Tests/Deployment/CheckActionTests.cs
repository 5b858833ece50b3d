using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SlaMonitor.Architecture.Tests.Deployment;

/// <summary>The action <c>.github/actions/sla-check</c>, which runs on machines of others.</summary>
public sealed partial class CheckActionTests : IDisposable
{
    private static readonly string Text = Repository.Read(".github/actions/sla-check/action.yml");

    private readonly string _folder = Directory.CreateTempSubdirectory("sla-action-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void OtherActions_ArePinnedToTheCommitsOfTheWorkflows()
    {
        var workflow = Repository.Read(".github/workflows/ci.yml");

        Assert.All(Use().Matches(Text), use => Assert.Contains(use.Value, workflow, StringComparison.Ordinal));
        Assert.NotEmpty(Use().Matches(Text));
    }

    [ShellFact]
    public async Task Script_ChecksEachPath_AndEndsAsTheCheckDoes()
    {
        var (exit, calls) = await RunAsync("agreements\n\nmore files\n", outcome: 1);

        Assert.Equal(1, exit);
        Assert.Equal(2, calls.Length);
        Assert.StartsWith("build|src/SlaMonitor.Cli|", calls[0], StringComparison.Ordinal);
        Assert.EndsWith("/SlaMonitor.Cli.dll|check|--format|github|agreements|more files|", calls[1], StringComparison.Ordinal);
    }

    [ShellFact]
    public async Task Script_AllIsWell_EndsWellToo() => Assert.Equal(0, (await RunAsync("agreements", outcome: 0)).Exit);

    /// <summary>Runs it as GitHub does, with a stand-in for <c>dotnet</c> that keeps what it was called with.</summary>
    private async Task<(int Exit, string[] Calls)> RunAsync(string paths, int outcome)
    {
        var (dotnet, calls) = (Path.Combine(_folder, "dotnet"), Path.Combine(_folder, "calls"));
        await File.WriteAllTextAsync(
            dotnet, $"#!/bin/bash\nprintf '%s|' \"$@\" >> '{calls}'; echo >> '{calls}'\n[ \"$1\" = build ] || exit {outcome}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var script = string.Join('\n', Text.Split("run: |\n")[1].Split('\n').Select(line => line.TrimStart()));
        var start = new ProcessStartInfo("/bin/bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script])
        {
            UseShellExecute = false,
            WorkingDirectory = _folder,
        };
        start.Environment["PATH"] = $"{_folder}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["PATHS"] = paths;
        start.Environment["ACTION"] = Path.Combine(Repository.Root, ".github/actions/sla-check");
        using var bash = Process.Start(start)!;
        await bash.WaitForExitAsync();
        return (bash.ExitCode, await File.ReadAllLinesAsync(calls));
    }

    [GeneratedRegex(@"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Use();
}
