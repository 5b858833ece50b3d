using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SlaMonitor.Architecture.Tests;
using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Bicep;

/// <summary>What the Bicep CLI itself has to say. Its warnings exit with 0, so that they are counted here.</summary>
public sealed partial class BicepTests
{
    public static TheoryData<string> Sets() => [.. Snapshot.Sets];

    [SkippableFact]
    public async Task Lint_OfEverything_FindsNothing()
    {
        BicepCli.SkipWithout();
        var run = await BicepCli.RunAsync(["lint", Path.Combine(Repository.Root, "infra", "main.bicep"), "--diagnostics-format", "sarif"]);

        var findings = JsonNode.Parse(run.Output)!["runs"]!.AsArray().SelectMany(one => one!["results"]!.AsArray());
        Assert.Empty(findings.Select(finding => finding!.ToJsonString()));
        Assert.Equal(0, run.ExitCode);
    }

    /// <summary>What main.bicep does not use is not linted with it.</summary>
    [Fact]
    public void Module_InTheFolder_IsUsed()
    {
        var texts = Repository.Files("infra", "*.bicep").ToDictionary(file => file, Repository.Read);
        var unused = texts.Keys.Where(file =>
            file != "infra/main.bicep"
            && !texts.Any(other => other.Key != file && other.Value.Contains($"{Path.GetFileName(file)}'", StringComparison.Ordinal)));

        Assert.True(texts.Count > 10);
        Assert.Empty(unused);
    }

    [SkippableFact]
    public async Task Format_OfEveryFile_IsTheFormattersOwn()
    {
        BicepCli.SkipWithout();
        using var copy = new InfraCopy();
        var files = Repository.Files("infra", "*.bicep")
            .Concat(Repository.Files("infra", "*.bicepparam"))
            .Select(file => file["infra/".Length..])
            .ToList();

        await BicepCli.RunAsync(["format", "--pattern", copy.PathOf("**/*.bicep")]);
        await BicepCli.RunAsync(["format", "--pattern", copy.PathOf("**/*.bicepparam")]);

        Assert.True(files.Count > 10);
        Assert.DoesNotContain(files, file => File.ReadAllText(copy.PathOf(file)) != Repository.Read($"infra/{file}"));
    }

    /// <summary>
    /// If the change is meant: <c>bash tests/SlaMonitor.Infrastructure.Tests/snapshot.sh</c>, and look at the difference.
    /// </summary>
    [SkippableTheory]
    [MemberData(nameof(Sets))]
    public async Task Snapshot_OfASet_IsTheOneThatIsKept(string set)
    {
        BicepCli.SkipWithout();
        var run = await BicepCli.SnapshotAsync(Snapshot.PathOf(set), "validate");

        Assert.True(run.ExitCode == 0, run.Everything);
    }

    /// <summary>What Bicep cannot foresee, no policy can look at.</summary>
    [Theory]
    [MemberData(nameof(Sets))]
    public void Snapshot_OfASet_IsWhole(string set)
    {
        var snapshot = Snapshot.Kept(set);

        Assert.Equal(0, snapshot.Diagnostics);
        Assert.True(snapshot.Resources.Count > 40);
        Assert.DoesNotContain(snapshot.Resources, resource =>
            resource.Id.StartsWith('[') && !resource.Id.Contains("environment().suffixes", StringComparison.Ordinal));
    }

    /// <summary>The three questions have no default; all else has one.</summary>
    [SkippableFact]
    public async Task ParameterFile_ByEnvironment_TakesWhatAzdSets()
    {
        BicepCli.SkipWithout();
        var run = await BicepCli.RunAsync(
            ["build-params", Path.Combine(Repository.Root, "infra", "main.bicepparam"), "--stdout"],
            new Dictionary<string, string>
            {
                ["AZURE_ENV_NAME"] = "sla-test",
                ["AZURE_LOCATION"] = "westeurope",
                ["OPERATOR_EMAIL"] = "operator@example.com",
                ["WEBHOOK_CONNECTIONS"] = "acme=zendesk, desk = jira",
                ["PRIVATE_NETWORKING"] = "true",
            });

        Assert.True(run.ExitCode == 0, run.Everything);
        var values = JsonNode.Parse((string)JsonNode.Parse(run.Output)!["parametersJson"]!)!["parameters"]!;
        Assert.Equal("sla-test", (string?)values["environmentName"]!["value"]);
        Assert.Equal("operator@example.com", (string?)values["mailFrom"]!["value"]);
        Assert.True((bool)values["privateNetworking"]!["value"]!);
        Assert.Equal(
            """[{"name":"acme","kind":"zendesk"},{"name":"desk","kind":"jira"}]""",
            values["connections"]!["value"]!.ToJsonString());
    }

    [SkippableFact]
    public async Task ParameterFile_WithoutAnAnswer_SaysWhich()
    {
        BicepCli.SkipWithout();
        var run = await BicepCli.RunAsync(
            ["build-params", Path.Combine(Repository.Root, "infra", "main.bicepparam"), "--stdout"],
            new Dictionary<string, string> { ["AZURE_ENV_NAME"] = "sla-test", ["AZURE_LOCATION"] = "westeurope" });

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("\"OPERATOR_EMAIL\" does not exist", run.Error, StringComparison.Ordinal);
    }

    /// <summary>Every parameter can be set where azd sets things, but for the one that asks for today's date.</summary>
    [Fact]
    public void ParameterFile_SetsEveryParameter()
    {
        var declared = Parameter()
            .Matches(Repository.Read("infra/main.bicep"))
            .Select(match => match.Value)
            .Except(["firstOfThisMonth", "mailFromName"]);
        var set = Parameter().Matches(Repository.Read("infra/main.bicepparam")).Select(match => match.Value);

        Assert.Empty(declared.Except(set));
    }

    [GeneratedRegex(@"(?<=^param )\w+", RegexOptions.Multiline)]
    private static partial Regex Parameter();
}
