using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlaMonitor.Local.Clock;
using SlaMonitor.Local.Hosting.Pump;
using SlaMonitor.Local.Hosting.Running;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Local.Hosting.Timers;

namespace SlaMonitor.Local.Hosting;

/// <summary>Starts timers and pumps once HTTP listens, and at the end lets what runs finish.</summary>
internal sealed class FunctionsService(
    Banner banner, LocalHostOptions options, TimerSet timers, PumpSet pumps, LocalClock clock, HostPatience patience,
    ILogger<FunctionsService> logger)
    : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await options.Output.WriteLineAsync(banner.Text().AsMemory(), cancellationToken);
        await options.Output.FlushAsync(cancellationToken);
        _running = Task.WhenAll(
        [
            .. timers.Timers.Select(RunTimerAsync),
            .. pumps.Pumps.Select(pump => Task.Run(() => pump.RunAsync(_stopping.Token), CancellationToken.None)),
        ]);
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        patience.BeginToEnd();
        return _stopping.CancelAsync();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _running.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            logger.DrainGivenUp();
        }
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _stopping.Dispose();

    private Task RunTimerAsync(TimerRunner timer) => Task.Run(
        // A clock that stands still has nothing to wait for: whoever moves it runs what is due.
        () => clock.StandsStill ? timer.RunIfDueAsync(jumped: false, _stopping.Token) : timer.RunAsync(_stopping.Token),
        CancellationToken.None);
}
