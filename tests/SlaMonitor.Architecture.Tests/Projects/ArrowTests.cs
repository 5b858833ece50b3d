using System.Text.RegularExpressions;

namespace SlaMonitor.Architecture.Tests.Projects;

/// <summary>Arrows between projects go one way, from what changes often to what changes seldom.</summary>
public sealed partial class ArrowTests
{
    /// <summary>A project may know those of a lower level, so that the adapters do not know each other.</summary>
    private static readonly Dictionary<string, int> Levels = new(StringComparer.Ordinal)
    {
        ["SlaMonitor.Core"] = 0,
        ["SlaMonitor.Monitoring"] = 1,
        ["SlaMonitor.Azure"] = 2,
        ["SlaMonitor.Local"] = 2,
        ["SlaMonitor.Webhooks"] = 2,
        ["SlaMonitor.Functions"] = 3,
        ["SlaMonitor.Cli"] = 3,
    };

    private static readonly string[] Infrastructure =
        ["Azure", "Microsoft.Azure", "Microsoft.AspNetCore", "Microsoft.Data.Sqlite", "SQLitePCL", "MailKit", "MimeKit", "SendGrid"];

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
        Assert.Equal(["NodaTime"], Assemblies.Core.GetReferencedAssemblies().Select(a => a.Name!).Where(name => !name.StartsWith("System.", StringComparison.Ordinal)));
    }

    [Fact]
    public void Monitoring_PackagesAndAssemblies_NoInfrastructure()
    {
        var project = Repository.SourceProjects["SlaMonitor.Monitoring"];
        var known = project.Includes("PackageReference").Concat(Assemblies.Monitoring.GetReferencedAssemblies().Select(a => a.Name!)).ToList();

        Assert.Empty(project.Includes("FrameworkReference"));
        Assert.DoesNotContain(known, name => Infrastructure.Any(prefix => name == prefix || name.StartsWith(prefix + ".", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"SlaMonitor\.\w+(?=\.csproj$)")]
    private static partial Regex ProjectName();
}
