using System.Diagnostics;
using SlaMonitor.Architecture.Tests.Deployment;
using SlaMonitor.Harness;
using YamlDotNet.RepresentationModel;

namespace SlaMonitor.EndToEnd;

/// <summary>The settings and the health check of <c>compose.yaml</c>, as the container would have them, with the program.</summary>
public sealed class HealthCheckTests
{
    private static readonly YamlNode Monitor = Read()["services"]["monitor"];

    [ShellFact]
    public async Task HealthCheck_IsGoodWhileTheProgramAnswers_AndNotAfterwards()
    {
        using var place = new MonitorFolder();
        foreach (var (name, value) in (YamlMappingNode)Monitor["environment"]) place.Settings[$"{name}"] = $"{value}";
        // The check shows no key.
        Assert.StartsWith("${FUNCTION_KEY:?", place.Settings["FunctionKey"], StringComparison.Ordinal);
        place.Settings["FunctionKey"] = "a key that the check does not know";
        await using var monitor = await MonitorProcess.StartAsync(place);

        Assert.Equal(0, await CheckAsync(monitor.Http.BaseAddress!.Port));
        await monitor.SaysAsync("mail      smtp://mail:1025");
        Assert.DoesNotContain("is not known", monitor.Output, StringComparison.Ordinal);
        Assert.Equal(0, await monitor.StopAsync());
        Assert.NotEqual(0, await CheckAsync(monitor.Http.BaseAddress.Port));
    }

    private static async Task<int> CheckAsync(int port)
    {
        string[] test = [.. ((YamlSequenceNode)Monitor["healthcheck"]["test"]).Select(word => word.ToString())];
        Assert.Equal("CMD", test[0]);
        Assert.Contains("/7071 ", test[^1], StringComparison.Ordinal);
        var start = new ProcessStartInfo(test[1]) { UseShellExecute = false, RedirectStandardError = true };
        foreach (var word in test[2..]) start.ArgumentList.Add(word.Replace("7071", $"{port}", StringComparison.Ordinal));
        using var process = Process.Start(start)!;
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private static YamlNode Read()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "compose.yaml"))));
        return stream.Documents[0].RootNode;
    }
}
