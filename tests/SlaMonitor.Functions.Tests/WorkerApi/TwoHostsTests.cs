using System.Diagnostics;
using System.Text.Json;

namespace SlaMonitor.Functions.Tests.WorkerApi;

/// <summary>What the project file says for each host. Evaluating it needs none of the worker's packages.</summary>
public sealed class TwoHostsTests
{
    [Fact]
    public async Task AzureHost_TakesTheWorkerAndNotTheLocalHost()
    {
        var project = await EvaluateAsync("azure");

        Assert.DoesNotContain("SlaMonitor.Local", project.Projects);
        Assert.Contains("Microsoft.Azure.Functions.Worker", project.Packages);
        Assert.Contains("Microsoft.Azure.Functions.Worker.Sdk", project.Packages);
        Assert.Equal(("v4", "false", "obj/azure/", "Exe"), (project["AzureFunctionsVersion"], project["RestorePackagesWithLockFile"], project["BaseIntermediateOutputPath"], project["OutputType"]));
    }

    [Fact]
    public async Task LocalHost_TakesNoneOfTheWorker()
    {
        var project = await EvaluateAsync("local");

        Assert.Contains("SlaMonitor.Local", project.Projects);
        Assert.DoesNotContain(project.Packages, package => package.StartsWith("Microsoft.Azure.Functions", StringComparison.Ordinal));
        Assert.DoesNotContain("Azure.Messaging.ServiceBus", project.Packages);
        Assert.Equal(("", "true", "Exe"), (project["AzureFunctionsVersion"], project["RestorePackagesWithLockFile"], project["OutputType"]));
    }

    private static async Task<Evaluated> EvaluateAsync(string host)
    {
        using var msbuild = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                "msbuild", Repository.File("src/SlaMonitor.Functions/SlaMonitor.Functions.csproj"), $"-p:FunctionsHost={host}", "-nodeReuse:false",
                "-getItem:ProjectReference,PackageReference", "-getProperty:AzureFunctionsVersion,RestorePackagesWithLockFile,BaseIntermediateOutputPath,OutputType",
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
            Root.GetProperty("Items").GetProperty(item).EnumerateArray().Select(element => element.GetProperty("Identity").GetString()!.Replace('\\', '/'));
    }
}
