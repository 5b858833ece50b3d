using System.Text.Json.Nodes;
using SlaMonitor.StoreContracts.Emulator;
using SlaMonitor.Worker.Tests.Build;
using SlaMonitor.Worker.Tests.Host;

namespace SlaMonitor.Worker.Tests.Running;

/// <summary>How the worker starts and ends: <c>Program.cs</c>, its services and its options as they are in Azure.</summary>
public sealed class StartTests(RunningWorker running) : IClassFixture<RunningWorker>
{
    [Fact]
    public void Worker_IsGreeted_SaysWhereItsWebServerListens_AndHasEveryFunctionLoaded()
    {
        AzureBuild.SkipWithout(Azurite.Missing);

        var capabilities = running.Host.Greeting.Capabilities;
        Assert.True(new Uri(capabilities["HttpUri"]).IsLoopback, capabilities["HttpUri"]);
        Assert.Equal("True", capabilities["HandlesInvocationCancelMessage"], ignoreCase: true);
        var written = JsonNode.Parse(File.ReadAllText(Path.Combine(AzureBuild.Folder, "functions.metadata")))!.AsArray();
        Assert.Equal(
            written.Select(function => (string)function!["name"]!).Order(StringComparer.Ordinal),
            running.Host.Functions.Select(function => function.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Worker_ToldToEnd_EndsWell()
    {
        AzureBuild.SkipWithout(Azurite.Missing);
        await using var host = await StandInHost.StartAsync(WorkerSettings.Of(running.Azurite, running.SendGrid.Address));

        Assert.Equal(0, await host.StopAsync());
    }

    /// <summary>Every mistake at once, in words that say what would be right; and no function is served.</summary>
    [Fact]
    public async Task Worker_WithWrongSettings_SaysAllThatIsWrongAndEnds()
    {
        AzureBuild.SkipWithout(Azurite.Missing);
        var settings = WorkerSettings.Of(running.Azurite, running.SendGrid.Address);
        settings["SendGrid__From"] = "nobody";
        settings["Acknowledgement__PublicUrl"] = "sla";
        settings["Tables__Shards"] = "0";

        var ended = await Assert.ThrowsAsync<WorkerEndedException>(() => StandInHost.StartAsync(settings));

        Assert.NotEqual(0, ended.ExitCode);
        Assert.Contains("SendGrid:From must be an address such as sla@example.com, not 'nobody'.", ended.Output, StringComparison.Ordinal);
        Assert.Contains("Acknowledgement:PublicUrl is no address", ended.Output, StringComparison.Ordinal);
        Assert.Contains("Shards", ended.Output, StringComparison.Ordinal);
    }
}
