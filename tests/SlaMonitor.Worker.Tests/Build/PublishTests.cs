using System.Diagnostics;

namespace SlaMonitor.Worker.Tests.Build;

/// <summary>A build with declared types is for tests. Whoever tries to publish one is told so, and gets nothing.</summary>
public sealed class PublishTests
{
    private const string Refusal = "This build must not be published: ServiceBusExtension=declared";

    [Fact]
    public Task DotnetPublish_WithDeclaredTypes_IsRefused() =>
        RefusedAsync("dotnet", ["publish", Project, "--output", Nowhere, "-p:ServiceBusExtension=declared", "-nodeReuse:false"]);

    /// <summary>MSBuild takes a property from the environment too, where it is easily forgotten.</summary>
    [Fact]
    public async Task Package_WithDeclaredTypesInTheEnvironment_IsRefused()
    {
        await RefusedAsync(
            "bash", [AzureBuild.PathOf(".ci/package.sh"), Nowhere], ("ServiceBusExtension", "declared"), ("MSBUILDDISABLENODEREUSE", "1"));
        Assert.False(File.Exists($"{Nowhere}.zip"));
    }

    private static string Project => AzureBuild.PathOf("src/SlaMonitor.Functions/SlaMonitor.Functions.csproj");

    private static string Nowhere => Path.Combine(Path.GetTempPath(), "sla-monitor-never-published");

    private static async Task RefusedAsync(string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var complaint = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await complaint;
        await process.WaitForExitAsync();

        Assert.NotEqual(0, process.ExitCode);
        Assert.Contains(Refusal, output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Nowhere, "functions.metadata")), "Something was published.");
    }
}
