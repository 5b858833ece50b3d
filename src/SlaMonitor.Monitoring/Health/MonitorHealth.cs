using Microsoft.Extensions.Options;
using NodaTime;
using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Health;

/// <summary>
/// Looks at everything that the monitor needs for its job. However many ask, it looks once in a while
/// (<see cref="HealthOptions.LookEvery"/>), and all who ask meanwhile are given the same answer.
/// </summary>
public sealed class MonitorHealth
{
    private readonly IEnumerable<ICounts> _counts;
    private readonly IClock _clock;
    private readonly TimeProvider _time;
    private readonly TimeSpan _lookEvery;
    private readonly GuardedProbe[] _probes;

    private readonly Lock _lock = new();
    private Task<HealthView>? _look;
    private long _lookedAt;

    public MonitorHealth(
        IEnumerable<IHealthProbe> probes, IEnumerable<ICounts> counts, IOptions<HealthOptions> options, IClock clock, TimeProvider time)
    {
        (_counts, _clock, _time, _lookEvery) = (counts, clock, time, options.Value.LookEvery);
        _probes = [.. probes.Select(probe => new GuardedProbe(probe, options.Value.Patience, time))];
    }

    /// <summary>How the monitor is now, or was a few seconds ago.</summary>
    public Task<HealthView> LookAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_look is null || (_look.IsCompleted && _time.GetElapsedTime(_lookedAt) >= _lookEvery))
            {
                _lookedAt = _time.GetTimestamp();
                _look = LookAsync();
            }

            // Whoever gives up waiting takes the look away from nobody else.
            return _look.WaitAsync(cancellationToken);
        }
    }

    private async Task<HealthView> LookAsync()
    {
        var results = await Task.WhenAll(_probes.Select(async probe => (probe.Name, Result: await probe.LookAsync())));
        var view = new HealthView
        {
            Status = results.Select(look => look.Result.Status).DefaultIfEmpty().Max(),
            Now = _clock.GetCurrentInstant(),
            Problems =
            [
                .. results.OrderByDescending(look => look.Result.Status).SelectMany(look => look.Result.Reasons)
                    .Distinct(StringComparer.Ordinal),
            ],
            Checks = results.ToDictionary(look => look.Name, look => look.Result.Status, StringComparer.Ordinal),
            Counts = new SortedDictionary<string, long>(
                _counts.SelectMany(some => some.Read()).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal),
        };
        return results.Aggregate(view, (all, look) => look.Result.Show(all));
    }
}
