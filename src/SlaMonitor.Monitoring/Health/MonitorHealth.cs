using Microsoft.Extensions.Options;
using NodaTime;
using SlaMonitor.Monitoring.Concurrency;
using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Health.Settings;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Health;

/// <summary>
/// Looks at everything that the monitor needs for its job. However many ask, it looks once in a while
/// (<see cref="HealthOptions.LookEvery"/>), and all who ask meanwhile are given the same answer.
/// </summary>
public sealed class MonitorHealth
{
    private readonly Func<(IEnumerable<IHealthProbe> Probes, IEnumerable<ICounts> Counts)> _parts;
    private readonly HealthOptions _options;
    private readonly IClock _clock;
    private readonly TimeProvider _time;
    private readonly SharedLook<HealthView> _look;
    private GuardedProbe[] _probes = [];
    private ICounts[] _counts = [];

    /// <param name="parts">
    /// What is looked at. It is put together at the first look, since a store that is away may keep it from that: then that is the finding.
    /// </param>
    /// <param name="options">How it is looked at.</param>
    /// <param name="clock">The monitor's clock.</param>
    /// <param name="time">Real time.</param>
    public MonitorHealth(
        Func<(IEnumerable<IHealthProbe> Probes, IEnumerable<ICounts> Counts)> parts, IOptions<HealthOptions> options, IClock clock,
        TimeProvider time)
    {
        (_parts, _options, _clock, _time) = (parts, options.Value, clock, time);
        _look = new SharedLook<HealthView>(LookAsync, _options.LookEvery, time);
    }

    /// <summary>How the monitor is now, or was a few seconds ago.</summary>
    public Task<HealthView> LookAsync(CancellationToken cancellationToken) => _look.LookAsync(cancellationToken);

    private async Task<HealthView> LookAsync()
    {
        if (_probes.Length == 0 && await Task.Run(PutTogether) is { } obstacle) return ViewOf([("parts", ProbeResult.Unhealthy(obstacle))]);

        var results = await Task.WhenAll(_probes.Select(async probe => (probe.Name, Result: await probe.LookAsync())));
        return results.Aggregate(ViewOf(results), (all, look) => look.Result.Show(all));
    }

    /// <summary>What keeps the probes from being there; <c>null</c> where they are.</summary>
    private string? PutTogether()
    {
        try
        {
            var (probes, counts) = _parts();
            _counts = [.. counts];
            _probes = [.. probes.Select(probe => new GuardedProbe(probe, _options.Patience, _time))];
            return null;
        }
#pragma warning disable CA1031 // Whatever it is, it is the finding: who asks how things are must be answered.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return e.Message;
        }
    }

    private HealthView ViewOf(IReadOnlyList<(string Name, ProbeResult Result)> results) => new()
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
}
