using System.Text.RegularExpressions;

namespace SlaMonitor.Architecture.Tests.Projects;

/// <summary>Arrows between projects go one way, from what changes often to what changes seldom.</summary>
public sealed partial class ArrowTests
{
    /// <summary>A project may know those of a lower level, so that the adapters do not know each other.</summary>
    private static readonly Dictionary<string, int> Levels = new(StringComparer.Ordinal)
    {
        ["SlaMonitor.Core"] = 0,
        ["SlaMonitor.Agreements"] = 1,
        ["SlaMonitor.CloudEvents"] = 1,
        ["SlaMonitor.Mails"] = 1,
        ["SlaMonitor.Monitoring"] = 2,
        ["SlaMonitor.Azure"] = 3,
        ["SlaMonitor.Channels"] = 3,
        ["SlaMonitor.Local"] = 3,
        ["SlaMonitor.Webhooks"] = 3,
        ["SlaMonitor.Functions"] = 4,
        ["SlaMonitor.Cli"] = 4,
        ["SlaMonitor.Tool"] = 5,
    };

    private static readonly string[] Infrastructure =
        ["Azure", "Microsoft.Azure", "Microsoft.AspNetCore", "Microsoft.Data.Sqlite", "SQLitePCL", "MailKit", "SendGrid"];

    [Fact]
    public void ProjectReferences_GoDownOnly()
    {
        foreach (var (name, project) in Repository.SourceProjects)
        {
            Assert.True(Levels.TryGetValue(name, out var level), $"{name} has no level yet: say which projects it may know.");
            foreach (var known in project.Includes("ProjectReference").Select(path => ProjectName().Match(path).Value))
                Assert.True(Levels[known] < level, $"{name} refers to {known}.");
        }
    }

    [Fact]
    public void Core_PackagesAndAssemblies_NodaTimeAlone()
    {
        var project = Repository.SourceProjects["SlaMonitor.Core"];

        Assert.Equal(["NodaTime"], project.Includes("PackageReference"));
        Assert.Empty(project.Includes("FrameworkReference"));
        Assert.Equal(
            ["NodaTime"],
            Assemblies.Core.GetReferencedAssemblies()
                .Select(a => a.Name!)
                .Where(name => !name.StartsWith("System.", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("SlaMonitor.Agreements")]
    [InlineData("SlaMonitor.CloudEvents")]
    [InlineData("SlaMonitor.Mails")]
    [InlineData("SlaMonitor.Monitoring")]
    public void Domain_PackagesAndAssemblies_NoInfrastructure(string name)
    {
        var project = Repository.SourceProjects[name];
        var assembly = Assemblies.All.Single(assembly => assembly.GetName().Name == name);
        var known = project.Includes("PackageReference").Concat(assembly.GetReferencedAssemblies().Select(a => a.Name!)).ToList();

        Assert.Empty(project.Includes("FrameworkReference"));
        Assert.DoesNotContain(known, IsInfrastructure);
    }

    /// <summary>
    /// What <c>sla</c> needs to check, explain and preview is in Agreements, CloudEvents, Mails and Core. A replay plays a history to the
    /// monitor itself, in memory; Local is there for the commands on a data folder alone, Webhooks for the exports of helpdesks.
    /// <see cref="FolderArrowTests"/> holds the first two.
    /// </summary>
    [Fact]
    public void Cli_ProjectsAndPackages_AreTheFewThatItNeeds()
    {
        var project = Repository.SourceProjects["SlaMonitor.Cli"];
        string[] allowed =
        [
            "SlaMonitor.Agreements", "SlaMonitor.CloudEvents", "SlaMonitor.Core", "SlaMonitor.Local", "SlaMonitor.Mails",
            "SlaMonitor.Monitoring", "SlaMonitor.Webhooks",
        ];

        Assert.Equal(
            allowed,
            project.Includes("ProjectReference").Select(path => ProjectName().Match(path).Value).Order(StringComparer.Ordinal));
        Assert.Equal(["CsvHelper", "PublicHoliday", "Spectre.Console", "System.CommandLine"], project.Includes("PackageReference"));
        Assert.Empty(project.Includes("FrameworkReference"));

        // Holidays come from a file beside the agreement, so that a newer library moves no due time unseen: nothing else may know it.
        Assert.All(
            Repository.SourceProjects.Where(other => other.Key != "SlaMonitor.Cli"),
            other => Assert.DoesNotContain("PublicHoliday", other.Value.Includes("PackageReference")));
        Assert.Subset(
            allowed.ToHashSet(StringComparer.Ordinal),
            Assemblies.Cli.GetReferencedAssemblies()
                .Select(a => a.Name!)
                .Where(name => name.StartsWith("SlaMonitor.", StringComparison.Ordinal))
                .ToHashSet(StringComparer.Ordinal));
    }

    private static bool IsInfrastructure(string name) =>
        Infrastructure.Any(prefix => name == prefix || name.StartsWith(prefix + ".", StringComparison.Ordinal));

    [GeneratedRegex(@"SlaMonitor\.\w+(?=\.csproj$)")]
    private static partial Regex ProjectName();
}
