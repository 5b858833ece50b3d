using System.Diagnostics;
using SlaMonitor.Architecture.Tests.Deployment;
using SlaMonitor.Harness;
using YamlDotNet.RepresentationModel;

namespace SlaMonitor.EndToEnd;

/// <summary>The health check of <c>compose.yaml</c>, as the container would run it, against the program.</summary>
public sealed class HealthCheckTests
{
    [ShellFact]
    public async Task HealthCheck_IsGoodWhileTheProgramAnswers_AndNotAfterwards()
    {
        using var place = new MonitorFolder();
        // As in the container, where others than this machine are answered: the check shows no key.
        place.Settings["FunctionKey"] = "a key that the check does not know";
        await using var monitor = await MonitorProcess.StartAsync(place);

        Assert.Equal(0, await CheckAsync(monitor.Http.BaseAddress!.Port));
        Assert.Equal(0, await monitor.StopAsync());
        Assert.NotEqual(0, await CheckAsync(monitor.Http.BaseAddress.Port));
    }

    private static async Task<int> CheckAsync(int port)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "compose.yaml"))));
        string[] test = [.. ((YamlSequenceNode)stream.Documents[0].RootNode["services"]["monitor"]["healthcheck"]["test"])
            .Select(word => word.ToString())];
        Assert.Equal("CMD", test[0]);
        Assert.Contains("/7071 ", test[^1], StringComparison.Ordinal);
        var start = new ProcessStartInfo(test[1]) { UseShellExecute = false, RedirectStandardError = true };
        foreach (var word in test[2..]) start.ArgumentList.Add(word.Replace("7071", $"{port}", StringComparison.Ordinal));
        using var process = Process.Start(start)!;
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
