using System.Diagnostics;
using System.Text.Json;

namespace SlaMonitor.Functions.Tests.WorkerApi;

/// <summary>What the project file says for each host. Evaluating it needs none of the worker's packages.</summary>
public sealed class TwoHostsTests
{
    private static readonly string ProjectFile = Repository.File("src/SlaMonitor.Functions/SlaMonitor.Functions.csproj");

    [Fact]
    public async Task AzureHost_TakesTheWorkerAndNotTheLocalHost()
    {
        var project = await EvaluateAsync("-p:FunctionsHost=azure");

        Assert.DoesNotContain("SlaMonitor.Local", project.Projects);
        Assert.Contains("Microsoft.Azure.Functions.Worker", project.Packages);
        Assert.Contains("Microsoft.Azure.Functions.Worker.Sdk", project.Packages);
        Assert.Equal(
            ("v4", "false", "Exe"),
            (project["AzureFunctionsVersion"], project["RestorePackagesWithLockFile"], project["OutputType"]));
        // From the root, once it was restored.
        Assert.EndsWith("obj/azure/", project["BaseIntermediateOutputPath"]!.Replace('\\', '/'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LocalHost_TakesNoneOfTheWorker()
    {
        var project = await EvaluateAsync("-p:FunctionsHost=local");

        Assert.Contains("SlaMonitor.Local", project.Projects);
        Assert.DoesNotContain(project.Packages, package => package.StartsWith("Microsoft.Azure.Functions", StringComparison.Ordinal));
        Assert.DoesNotContain("Azure.Messaging.ServiceBus", project.Packages);
        Assert.Equal(
            ("", "true", "Exe"),
            (project["AzureFunctionsVersion"], project["RestorePackagesWithLockFile"], project["OutputType"]));
    }

    /// <summary>A lock file that is there and not used is an error to NuGet (NU1005).</summary>
    [Fact]
    public async Task AzureHost_LooksForNoLockFile_WhereThatOfTheLocalHostLies()
    {
        var lockFile = (await EvaluateAsync("-p:FunctionsHost=azure"))["NuGetLockFilePath"]!;

        Assert.False(File.Exists(Path.Combine(Path.GetDirectoryName(ProjectFile)!, lockFile)), $"{lockFile} is there.");
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(ProjectFile)!, "packages.lock.json")));
    }

    [Theory]
    [InlineData("local")]
    [InlineData("local", "-p:FunctionsHost=local")]
    [InlineData("azure", "-p:FunctionsHost=azure")]
    public async Task Building_IsForThisMachine_UnlessSomebodySaysOtherwise(string expected, params string[] properties) =>
        Assert.Equal(expected, (await EvaluateAsync(properties))["FunctionsHost"]);

    /// <summary>Neither host is published by chance: each does nothing in the place of the other.</summary>
    [Theory]
    [InlineData("-t:RefuseToPublishANamelessHost")]
    [InlineData("-t:Restore", "-p:_IsPublishing=true")]
    public async Task Publishing_WithoutTheNameOfAHost_IsRefused_AndSaysHowToNameIt(params string[] arguments)
    {
        var (exitCode, said) = await RunAsync(arguments);

        Assert.NotEqual(0, exitCode);
        Assert.Contains("-p:FunctionsHost=local", said, StringComparison.Ordinal);
        Assert.Contains("-p:FunctionsHost=azure", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("local")]
    [InlineData("azure")]
    public async Task Publishing_WithTheNameOfAHost_IsNotRefused(string host) =>
        Assert.Equal(0, (await RunAsync("-t:RefuseToPublishANamelessHost", $"-p:FunctionsHost={host}")).ExitCode);

    private static async Task<(int ExitCode, string Said)> RunAsync(params string[] arguments)
    {
        using var msbuild = Process.Start(new ProcessStartInfo(
            "dotnet", ["msbuild", ProjectFile, .. arguments, "-nodeReuse:false", "-noLogo"])
        { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await msbuild.StandardOutput.ReadToEndAsync();
        await msbuild.WaitForExitAsync();
        return (msbuild.ExitCode, said);
    }

    private static async Task<Evaluated> EvaluateAsync(params string[] properties)
    {
        using var msbuild = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                "msbuild", ProjectFile, .. properties, "-nodeReuse:false", "-getItem:ProjectReference,PackageReference",
                "-getProperty:AzureFunctionsVersion,RestorePackagesWithLockFile,NuGetLockFilePath,BaseIntermediateOutputPath,"
                + "OutputType,FunctionsHost",
            ])
        { RedirectStandardOutput = true, UseShellExecute = false })!;
        var json = await msbuild.StandardOutput.ReadToEndAsync();
        await msbuild.WaitForExitAsync();
        Assert.Equal(0, msbuild.ExitCode);
        return new Evaluated(JsonDocument.Parse(json).RootElement);
    }

    private sealed record Evaluated(JsonElement Root)
    {
        public IEnumerable<string> Projects => Names("ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)!);

        public IEnumerable<string> Packages => Names("PackageReference");

        public string? this[string property] => Root.GetProperty("Properties").GetProperty(property).GetString();

        private IEnumerable<string> Names(string item) =>
            Root.GetProperty("Items")
                .GetProperty(item)
                .EnumerateArray()
                .Select(element => element.GetProperty("Identity").GetString()!.Replace('\\', '/'));
    }
}
