using System.Globalization;
using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Health;

/// <summary>
/// One probe that always comes to a result: what it throws is a finding, and so is that it does not answer. While a look hangs, no other
/// is begun.
/// </summary>
internal sealed class GuardedProbe(IHealthProbe probe, TimeSpan patience, TimeProvider time)
{
    private Task<ProbeResult>? _look;
    private DateTimeOffset _since;

    public string Name => probe.Name;

    /// <summary>Looks, or waits for the look that hangs. One caller at a time.</summary>
    public async Task<ProbeResult> LookAsync()
    {
        using var timeout = new CancellationTokenSource(patience, time);
        if (_look is null or { IsCompleted: true })
        {
            _since = time.GetUtcNow();
            var token = timeout.Token;

            // On a thread of its own: SQLite and files block whoever asks them.
            _look = Task.Run(() => probe.LookAsync(token), CancellationToken.None);
        }

        try
        {
            return await _look.WaitAsync(timeout.Token);
        }
        catch (UnavailableException e)
        {
            return Finding(e.Message);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            var seconds = (time.GetUtcNow() - _since).TotalSeconds;
            return Finding(string.Create(CultureInfo.InvariantCulture, $"The check '{Name}' has not answered for {seconds:0} seconds."));
        }
#pragma warning disable CA1031 // Whatever it is, it is the finding: who asks how things are must be answered.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Finding($"The check '{Name}' failed: {e.Message}");
        }
    }

    private ProbeResult Finding(string reason) => probe.IsVital ? ProbeResult.Unhealthy(reason) : ProbeResult.Degraded(reason);
}
