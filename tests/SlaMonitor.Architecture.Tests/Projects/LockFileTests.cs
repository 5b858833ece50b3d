using System.Text.Json;
using System.Text.RegularExpressions;

namespace SlaMonitor.Architecture.Tests.Projects;

/// <summary>
/// What is published for one kind of machine restores packages of its own. The lock files know them, so that such a publish needs no other
/// lock and changes none.
/// </summary>
public sealed partial class LockFileTests
{
    /// <summary>A tool is one package for all machines, and is published for none.</summary>
    private const string Tool = "src/SlaMonitor.Tool/packages.lock.json";

    [Fact]
    public void LockFiles_OfSource_KnowTheMachinesOfARelease()
    {
        var machines = ReleaseLoop().Match(Repository.Read(".ci/release.sh")).Groups["machines"].Value.Split(' ');
        var frameworks = machines.Select(machine => $"net10.0/{machine}").Append("net10.0").Order(StringComparer.Ordinal).ToList();
        var locks = Repository.Files("src", "packages.lock.json");

        Assert.Equal(Repository.SourceProjects.Count, locks.Count);
        Assert.Contains(Tool, locks);
        foreach (var file in locks.Where(file => file != Tool))
        {
            using var json = JsonDocument.Parse(Repository.Read(file));
            var known = json.RootElement.GetProperty("dependencies").EnumerateObject().Select(framework => framework.Name);
            Assert.True(frameworks.SequenceEqual(known.Order(StringComparer.Ordinal), StringComparer.Ordinal), file);
        }
    }

    [GeneratedRegex(@"^all=\((?<machines>.*)\)$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex ReleaseLoop();
}
