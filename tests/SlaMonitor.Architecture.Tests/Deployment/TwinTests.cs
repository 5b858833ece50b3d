using System.Text.RegularExpressions;

namespace SlaMonitor.Architecture.Tests.Deployment;

/// <summary>
/// The hooks for Windows are never run by these tests: there is no PowerShell where they were written. So they are held to their twins,
/// which are: the same settings, secrets, addresses, commands and words.
/// </summary>
public sealed partial class TwinTests
{
    private static readonly Regex[] Alike =
    [
        new(@"\b[A-Z]+(_[A-Z]+)+(?=\b|_)"), // environment variables
        new("[a-z]+-key|webhook-|ping-url|Health__PingUrl"), // secrets
        new(@"(?<=(MONITOR_URL|id))/[a-z][^\s""')]*/(?=[a-z])"), // addresses
        new(@"(?<=\b(az|cloud) )[a-z]+( [a-z]+)*(?= (--|\$))"), // commands
        new(@"(is there|put there|is missing|Missing still|The monitor|How it is|SendGrid sends its events to|What to do next)\b"),
        new("error: [^$\"']+|note: [^$\"']+"),
    ];

    [Theory]
    [InlineData("preprovision")]
    [InlineData("postprovision")]
    public void Hooks_ForShellAndPowerShell_NameTheSame(string hook)
    {
        var (shell, powerShell) = (Words($"infra/hooks/{hook}.sh"), Words($"infra/hooks/{hook}.ps1"));

        for (var i = 0; i < Alike.Length; i++)
        {
            Assert.Equal(Found(shell, Alike[i]), Found(powerShell, Alike[i]));
        }

        // A pattern that finds nothing would hold nothing.
        Assert.All(hook == "postprovision" ? Alike[..5] : [Alike[0], Alike[5]], pattern => Assert.NotEmpty(Found(shell, pattern)));
    }

    [Fact]
    public void Azd_RunsEachHook_OnEitherSystem()
    {
        foreach (var hook in new[] { "preprovision", "postprovision" })
        {
            Assert.Contains($"run: infra/hooks/{hook}.sh", Repository.Read("azure.yaml"), StringComparison.Ordinal);
            Assert.Contains($"run: infra/hooks/{hook}.ps1", Repository.Read("azure.yaml"), StringComparison.Ordinal);
        }
    }

    private static SortedSet<string> Found(string text, Regex pattern) =>
        new(pattern.Matches(text).Select(match => match.Value.TrimEnd()), StringComparer.Ordinal);

    /// <summary>A hook's text, without what differs by the language alone.</summary>
    private static string Words(string file) =>
        Comment().Replace(Repository.Read(file), "").Replace("$env:", "$", StringComparison.Ordinal);

    [GeneratedRegex("^#.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
