using System.Text.RegularExpressions;

namespace SlaMonitor.Architecture.Tests.Sources;

/// <summary>The repository is finished wherever it is read, and knows nothing of the machine that it was written on.</summary>
public sealed class BannedWordTests
{
    private static readonly string[] Texts =
        ["*.cs", "*.csproj", "*.props", "*.targets", "*.json", "*.yaml", "*.yml", "*.md", "*.hbs", "*.bicep", "*.sh", "*.txt"];

    // Put together from halves, so that this file is not its own finding.
    private static readonly Regex Banned = new(
        string.Join(
            '|', @"\bTO" + @"DO\b", @"\bFIX" + @"ME\b", "NotImplemented" + "Exception", "/wo" + @"rk/(?:wt|main|shared|\.\w+)\b",
            "/ro" + "ot/", @"[A-Z]:\\Us" + "ers", "/v3/index" + @"\.json"));

    [Fact]
    public void Files_HoldNoUnfinishedWorkAndNoPlaceOfThisMachine()
    {
        var found = from pattern in Texts
                    from file in Repository.Files(".", pattern)
                    where !file.StartsWith("tests/data/helpdesk-log/", StringComparison.Ordinal)
                    from match in Banned.Matches(Repository.Read(file))
                    select $"{file}: {match.Value}";

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("nuget.config")]
    [InlineData(".npmrc")]
    public void PackageSource_IsTheReadersOwn(string file) => Assert.Empty(Repository.Files(".", file));
}
