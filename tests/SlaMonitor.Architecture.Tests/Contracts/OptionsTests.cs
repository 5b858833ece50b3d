using System.Text.RegularExpressions;

namespace SlaMonitor.Architecture.Tests.Contracts;

/// <summary>A wrong setting is told at the start, not at night when it is first needed.</summary>
public sealed partial class OptionsTests
{
    [Fact]
    public void Options_Used_AreValidatedOnStart()
    {
        var sources = Repository.Files("src", "*.cs").Select(Repository.Read).ToList();
        var used = sources.SelectMany(text => UsedOptions().Matches(text)).Select(match => match.Groups["type"].Value).Distinct().ToList();
        var validated = sources.SelectMany(text => AddedOptions().Matches(text))
            .Where(match => match.Groups["chain"].Value.Contains(".ValidateOnStart()", StringComparison.Ordinal))
            .Select(match => match.Groups["type"].Value);

        Assert.NotEmpty(used);
        Assert.Empty(used.Except(validated));
    }

    [GeneratedRegex(@"\bIOptions(?:Monitor|Snapshot)?<(?<type>\w+)>")]
    private static partial Regex UsedOptions();

    [GeneratedRegex(@"\bAddOptions<(?<type>\w+)>\(\)(?<chain>[^;]*);", RegexOptions.Singleline)]
    private static partial Regex AddedOptions();
}
