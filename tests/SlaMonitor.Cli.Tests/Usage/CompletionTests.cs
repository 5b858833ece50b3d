using System.Diagnostics;
using System.Globalization;
using SlaMonitor.Architecture.Tests.Deployment;

namespace SlaMonitor.Cli.Tests.Usage;

/// <summary>What may stand at the end of a command line.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("sla che", "check")]
    [InlineData("sla dead-letters r", "drop resend")]
    [InlineData("sla check --fo", "--format")]
    [InlineData("sla check --format ", "github json sarif text")]
    [InlineData("sla new acme --from it", "itil-p1-p4")]
    [InlineData("sla completion ", "bash fish powershell zsh")]
    public void Line_IsCompleted(string line, string expected)
    {
        var words = CliFolder.Run("complete", line.Length.ToString(CultureInfo.InvariantCulture), line).Text
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        Assert.Subset(words.ToHashSet(StringComparer.Ordinal), expected.Split(' ').ToHashSet(StringComparer.Ordinal));
        Assert.DoesNotContain("-h", words);
        Assert.DoesNotContain("complete", words);
    }

    [ShellTheory]
    [InlineData("sla che", "check")]
    [InlineData("sla check --fo", "--format")]
    public async Task Script_OfBash_AsksTheProgram(string line, string expected)
    {
        var script = _folder.Write("completion.sh", CliFolder.Run("completion", "bash").Text);
        var words = line.Split(' ');
        var answer = CliFolder.Run("complete", line.Length.ToString(CultureInfo.InvariantCulture), line).Text;
        var answers = _folder.Write("answers", answer);
        // A stand-in for the program that gives its answers, where it is asked as it wants to be.
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(
            $$"""
            sla() { [ "$1 $2 $3" = "complete {{line.Length}} {{line}}" ] && cat '{{answers}}'; }
            source '{{script}}'
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}} COMP_WORDS=({{line}}) COMP_CWORD={{words.Length - 1}}
            _sla
            echo "${COMPREPLY[@]}"
            """);
        using var bash = Process.Start(start)!;

        Assert.Equal(expected, (await bash.StandardOutput.ReadToEndAsync()).Trim());
        await bash.WaitForExitAsync();
    }
}
