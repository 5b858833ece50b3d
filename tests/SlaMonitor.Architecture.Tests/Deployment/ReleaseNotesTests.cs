using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SlaMonitor.Architecture.Tests.Deployment;

/// <summary>What a release says of itself is its section of the changelog, and a tag without one is no release.</summary>
public sealed class ReleaseNotesTests
{
    [ShellFact]
    public async Task Notes_OfAVersionBeforeTheNext_AreWhatIsUnreleased()
    {
        var (exitCode, notes) = await RunAsync("99.0.0-rc.1");

        Assert.Equal(0, exitCode);
        Assert.Contains("### Changed", notes, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex("^## ", RegexOptions.Multiline), notes);
    }

    [ShellFact]
    public async Task Notes_OfAVersionWithoutASection_AreRefused()
    {
        var (exitCode, notes) = await RunAsync("99.0.0");

        Assert.Equal((1, ""), (exitCode, notes));
    }

    /// <summary>Each kind of machine that is built for is named where people look for it.</summary>
    [Fact]
    public void Machines_OfARelease_AreNamedInTheDocument()
    {
        var machines = Regex.Match(Repository.Read(".ci/release.sh"), @"^all=\((?<all>.*)\)$", RegexOptions.Multiline).Groups["all"].Value;

        Assert.Equal(4, machines.Split(' ').Length);
        Assert.All(
            machines.Split(' '),
            machine => Assert.Contains($"`{machine}`", Repository.Read("docs/packages.md"), StringComparison.Ordinal));
    }

    private static async Task<(int ExitCode, string Notes)> RunAsync(string version)
    {
        using var script = Process.Start(new ProcessStartInfo("/bin/bash", [Path.Combine(Repository.Root, ".ci/notes.sh"), version])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (notes, wrong) = (script.StandardOutput.ReadToEndAsync(), script.StandardError.ReadToEndAsync());
        await script.WaitForExitAsync();
        Assert.Equal(script.ExitCode == 0, (await wrong).Length == 0);
        return (script.ExitCode, await notes);
    }
}
