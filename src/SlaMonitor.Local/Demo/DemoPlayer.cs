using Microsoft.Extensions.Hosting;
using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Local.Clock;
using SlaMonitor.Local.Hosting.Pump;
using SlaMonitor.Local.Hosting.Timers;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Demo;

/// <summary>
/// Plays the day: what was before it opens at once, with the clock going along, so that the monitor knows who was told of what; then each
/// event when the clock comes to it.
/// </summary>
internal sealed class DemoPlayer(
    EventIngestor ingestor, LocalClock clock, TimerSet timers, PumpSet pumps, DemoMailer mailer, DemoConsole console)
    : IHostedLifecycleService, IDisposable
{
    private static readonly Duration Step = Duration.FromMinutes(5);
    private static readonly Duration NightStep = Duration.FromHours(1);
    private static readonly Duration LongWait = Duration.FromHours(2);

    private readonly CancellationTokenSource _stopping = new();
    private readonly DemoDay _day = DemoDay.Read();
    private Task _playing = Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _playing = Task.Run(PlayAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => _stopping.CancelAsync();

    public Task StopAsync(CancellationToken cancellationToken) => _playing.WaitAsync(cancellationToken);

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _stopping.Dispose();

    private async Task PlayAsync()
    {
        try
        {
            await CatchUpAsync([.. _day.Events.TakeWhile(happened => happened.Time < DemoDay.Opening)]);
            mailer.Open();
            console.Say(
                DemoDay.Opening, "the desk has been open for an hour; what was before is on the board, and nobody is mailed about it");
            foreach (var happened in _day.Events.SkipWhile(happened => happened.Time < DemoDay.Opening)) await PlayAsync(happened);

            await clock.WaitUntilAsync(DemoDay.Closing, _stopping.Token);
            console.Say(
                DemoDay.Closing, "the desk closes: what is open stands still until tomorrow at 09:00. Start again to see the day again");
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // Somebody has seen enough.
        }
        catch (UnavailableException e)
        {
            console.Say(clock.GetCurrentInstant(), $"the demo cannot go on: {e.Message}");
        }
    }

    private async Task CatchUpAsync(IReadOnlyList<TicketEvent> before)
    {
        foreach (var happened in before)
        {
            await GoToAsync(happened.Time);
            await ingestor.IngestAsync([happened], _stopping.Token);
        }

        await GoToAsync(DemoDay.Opening);
    }

    /// <summary>Lets the time go on to a moment, and looks at what is due on the way.</summary>
    private async Task GoToAsync(Instant moment)
    {
        while (clock.GetCurrentInstant() is var now && now < moment)
        {
            var next = now + (moment - now > LongWait ? NightStep : Step);
            clock.TryMove(Instant.Min(next, moment));
            await timers.RunDueAsync(_stopping.Token);
            await pumps.WaitUntilEmptyAsync(_stopping.Token);
        }
    }

    private async Task PlayAsync(TicketEvent happened)
    {
        await clock.WaitUntilAsync(happened.Time, _stopping.Token);
        await ingestor.IngestAsync([happened], _stopping.Token);
        if (DemoWords.Of(happened) is { } line) console.Say(happened.Time, line);
    }
}
