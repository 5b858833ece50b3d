using System.Diagnostics;
using System.Text.Json.Nodes;
using SlaMonitor.Harness;

namespace SlaMonitor.Local.Tests.Hosting.Child;

public sealed class StopTests : IDisposable
{
    /// <summary>How many messages the child handles at once: it reads the same file.</summary>
    private static readonly int AtOnce =
        (int)JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")))!
            ["extensions"]!["serviceBus"]!["maxConcurrentCalls"]!;

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Sigterm_WhileEverythingRuns_LetsItFinishAndEndsWithZero()
    {
        using var host = await ChildHost.StartAsync(_folder, ["--set", "Pause=1500", "--set", "EvaluationSchedule=* * * * * *"]);
        await host.Http.PostAsync("/api/send/0/3", content: null);
        var request = host.Http.GetStringAsync("/api/slow");
        await Eventually.TrueAsync(() => File.Exists(_folder.File("data/slow")) && File.Exists(_folder.File("data/beat")));
        var watch = Stopwatch.StartNew();

        host.Terminate();

        Assert.Equal("done", await request);
        Assert.Equal(0, await host.WaitForExitAsync());
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Equal(["0", "1", "2"], File.ReadAllLines(_folder.File("data/handled")).Order());
        var beats = File.ReadAllLines(_folder.File("data/beat"));
        Assert.Equal(beats.Count(line => line is "began"), beats.Count(line => line is "ended"));
    }

    /// <summary>Ctrl+C in the middle of the start: whoever presses it knows why, and wants no stack trace.</summary>
    public static TheoryData<string> Signals => [.. new[] { CtrlC.Signal, "-TERM" }.Distinct()];

    [Theory]
    [MemberData(nameof(Signals))]
    public async Task Signal_WhileItStarts_EndsQuietly(string signal)
    {
        using var host = ChildHost.Launch(_folder, "--set", "StartsForEver=true");
        await Eventually.TrueAsync(() => host.Output.Contains(StartsForEver.Word, StringComparison.Ordinal));

        host.Terminate(signal);

        var code = await host.WaitForExitAsync();
        Assert.Equal("", host.Errors);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task Sigkill_WhileSendingAndHandling_LosesNothingAcknowledged()
    {
        const int Batch = 25;
        var acknowledged = 0;
        using (var host = await ChildHost.StartAsync(_folder, []))
        {
            var sending = Task.Run(async () =>
            {
                for (var from = 0; from < 2000; from += Batch)
                {
                    (await host.Http.PostAsync($"/api/send/{from}/{Batch}", content: null)).EnsureSuccessStatusCode();
                    Volatile.Write(ref acknowledged, from + Batch);
                }
            });
            await Eventually.TrueAsync(() => Volatile.Read(ref acknowledged) >= 4 * Batch && File.Exists(_folder.File("data/handled")));
            await host.KillAsync();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => sending);
        }

        using var next = await ChildHost.StartAsync(_folder, []);
        // The sender that got no answer sends again: what was stored already is dropped.
        (await next.Http.PostAsync($"/api/send/{acknowledged}/{Batch}", content: null)).EnsureSuccessStatusCode();
        while (await next.Http.GetStringAsync("/api/left") is not "0")
            await Task.Yield();

        var handled = File.ReadAllLines(_folder.File("data/handled"));
        Assert.Equal(Enumerable.Range(0, acknowledged + Batch), handled.Select(int.Parse).Distinct().Order());
        // Only what ran at the moment of the kill may have run twice: as many as host.json allows at once.
        Assert.InRange(handled.Length - handled.Distinct().Count(), 0, AtOnce);
    }

    public void Dispose() => _folder.Dispose();
}
