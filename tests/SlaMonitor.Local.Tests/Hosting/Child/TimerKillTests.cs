namespace SlaMonitor.Local.Tests.Hosting.Child;

/// <summary>A tick is not lost with the process that was to run it.</summary>
public sealed class TimerKillTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Start_KilledInTheFirstRun_RunsAgain()
    {
        using (var host = await ChildHost.StartAsync(
            _folder, ["--start", "2026-03-02T08:00:30Z", "--speed", "0", "--set", "Pause=600000"]))
        {
            var running = host.Http.PostAsync("/admin/clock?to=2026-03-02T08:01:00Z", content: null);
            await Eventually.TrueAsync(() => Beats() is ["began"]);
            await host.KillAsync();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => running);
        }

        using var next = await ChildHost.StartAsync(_folder, ["--start", "2026-03-02T08:01:10Z", "--speed", "0"]);

        await Eventually.TrueAsync(() => Beats() is ["began", "began", "ended"]);
    }

    [Fact]
    public async Task Start_KilledBeforeTheFirstTick_MakesUpForIt()
    {
        using (var host = await ChildHost.StartAsync(_folder, ["--start", "2026-03-02T08:00:30Z", "--speed", "0"]))
            await host.KillAsync();

        using var next = await ChildHost.StartAsync(_folder, ["--start", "2026-03-02T09:30:10Z", "--speed", "0"]);

        await Eventually.TrueAsync(() => Beats() is ["began", "ended"]);
    }

    public void Dispose() => _folder.Dispose();

    private string[] Beats() => File.Exists(_folder.File("data/beat")) ? File.ReadAllLines(_folder.File("data/beat")) : [];
}
