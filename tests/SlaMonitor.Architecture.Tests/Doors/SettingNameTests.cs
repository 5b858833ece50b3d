namespace SlaMonitor.Architecture.Tests.Doors;

/// <summary>Nobody who upgrades has to set anything anew: every name of an earlier version is still known. New names may come.</summary>
public sealed class SettingNameTests
{
    private const string OfTheFirstVersion = "tests/data/stored/v0.1/settings.txt";

    private static readonly IReadOnlyList<string> Kept =
        [.. Repository.Read(OfTheFirstVersion).Split('\n').Where(line => line.Length > 0 && !line.StartsWith('#'))];

    /// <summary>A renamed setting is read under its old name as well, or the release brings a migration and the list says so.</summary>
    [Fact]
    public void SettingOfTheFirstVersion_IsStillKnown()
    {
        Assert.NotEmpty(Kept);
        // Switches are held by a test that starts the program with them.
        var settings = Kept.Where(name => !name.StartsWith("--", StringComparison.Ordinal));
        Assert.Empty(settings.Except(SettingNames.Known, StringComparer.Ordinal));
    }
}
