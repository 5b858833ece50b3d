using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Local.Clock;
using SlaMonitor.Local.Hosting.Running;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Hosting.Timers;

/// <summary>
/// One timer, which never overlaps itself. Ticks that pass while it runs, or while the host is down, come down to one run: functions are
/// to do everything due by now, not what is due in this minute.
/// </summary>
internal sealed class TimerRunner : IDisposable
{
    private readonly TimerFunction _function;
    private readonly FunctionRunner _runner;
    private readonly TimerStore _store;
    private readonly LocalClock _clock;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _alone = new(1);
    private Instant? _last;
    private bool _missed;

    public TimerRunner(TimerFunction function, FunctionRunner runner, TimerStore store, LocalClock clock, ILogger<TimerRunner> logger)
    {
        _function = function;
        _runner = runner;
        _store = store;
        _clock = clock;
        _logger = logger;

        var now = clock.GetCurrentInstant();
        // A run in the future was another clock's: this host was started before with --start.
        _last = function.UseMonitor && store.Last(function.Name, function.Schedule) is { } last && last <= now ? last : null;
        // Whatever happens before its first run has ended, the next start knows since when it was waited for.
        if (function.UseMonitor && _last is null)
            store.Save(function.Name, function.Schedule, now);
        NextDue = function.Schedule.Next(_last ?? now);
        _missed = NextDue <= now;
        if (function.RunOnStartup)
            NextDue = now;
    }

    public string Name => _function.Name;

    public string Schedule => _function.Schedule.Text;

    public Instant NextDue { get; private set; }

    /// <summary>Runs each occurrence when its time comes, until it is told to stop; a run that has begun is finished.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                await _clock.WaitUntilAsync(NextOccurrence, stopping);
                await RunIfDueAsync(jumped: false, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop while waiting.
        }
    }

    /// <summary>Runs once if an occurrence is due.</summary>
    /// <param name="jumped">Whether the clock was moved past the occurrence, so that being late at all is being past due. A clock that runs
    /// is always a little late; it is past due only when the next occurrence is due as well.</param>
    /// <param name="cancellationToken">Gives up waiting for a run that is under way.</param>
    public async Task RunIfDueAsync(bool jumped, CancellationToken cancellationToken)
    {
        await _alone.WaitAsync(cancellationToken);
        try
        {
            var now = _clock.GetCurrentInstant();
            if (NextDue > now)
                return;
            var pastDue = _missed || (jumped ? NextDue < now : _function.Schedule.Next(NextDue) <= now);
            _missed = false;
            await RunAsync(now, pastDue);
        }
        finally
        {
            _alone.Release();
        }
    }

    public void Dispose() => _alone.Dispose();

    /// <summary>
    /// What is waited for. Where the machine's clock was set back, occurrences come again before the one that was waited for: nobody may
    /// have to wait until the clock shows that one.
    /// </summary>
    private Instant NextOccurrence()
    {
        var next = _function.Schedule.Next(_clock.GetCurrentInstant());
        if (next < NextDue) NextDue = next;
        return NextDue;
    }

    private async Task RunAsync(Instant now, bool pastDue)
    {
        var timer = new TimerInfo { IsPastDue = pastDue, ScheduleStatus = _function.UseMonitor ? Status(now) : null };
        try
        {
            await _runner.RunAsync(_function.Method, token => _function.Method.Arguments(timer, token));
        }
#pragma warning disable CA1031 // Whatever a function throws, its timer lives on.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            _logger.TimerFunctionFailed(problem, Name);
        }

        _last = now;
        NextDue = _function.Schedule.Next(now); // in the past when it came due during the run: then it runs once more, at once
        Remember(now);
    }

    private void Remember(Instant now)
    {
        try
        {
            if (_function.UseMonitor)
                _store.Save(Name, _function.Schedule, now);
        }
        catch (StoreUnavailableException problem)
        {
            _logger.TimerNotRemembered(problem, Name);
        }
    }

    private ScheduleStatus Status(Instant now) => new()
    {
        Last = (_last ?? Instant.FromUnixTimeTicks(0)).ToDateTimeUtc(),
        Next = _function.Schedule.Next(now).ToDateTimeUtc(),
        LastUpdated = (_last ?? Instant.FromUnixTimeTicks(0)).ToDateTimeUtc(),
    };
}
