using Microsoft.Extensions.Options;
using NodaTime;
using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Health.Settings;
using SlaMonitor.Monitoring.Health.Watching;

namespace SlaMonitor.Monitoring.Health.Probes;

/// <summary>Whether deadlines are looked at: the last evaluation ended well, and not long ago.</summary>
internal sealed class EvaluationProbe(EvaluationNotes notes, IOptions<HealthOptions> options) : IHealthProbe
{
    public string Name => "evaluation";

    public bool IsVital => true;

    public async Task<ProbeResult> LookAsync(CancellationToken cancellationToken)
    {
        // From now on one is waited for, by whichever process is asked next.
        var (ended, ago) = await notes.FindAsync(cancellationToken)
            ?? (await notes.KeepAsync("awaited", null, cancellationToken), Duration.Zero);
        return Judge(ended, ago) with { Show = view => view with { LastEvaluation = ended } };
    }

    private ProbeResult Judge(EvaluationView ended, Duration ago)
    {
        if (ago > Duration.FromTimeSpan(options.Value.EvaluationWithin))
        {
            return ProbeResult.Unhealthy(
                $"No evaluation has ended for {InWords.Of(ago)}, since {ended.At}: deadlines are not looked at. See whether the function "
                + "EvaluateDeadlines runs.");
        }

        return ended.Outcome switch
        {
            "waits" => ProbeResult.Unhealthy(ended.Reason ?? "No step is fired, for no mail can be sent."),
            "failed" => ProbeResult.Unhealthy($"The evaluation of {ended.At} failed: {ended.Reason}"),
            "incomplete" => ProbeResult.Degraded($"The evaluation of {ended.At} is incomplete: {ended.Reason}"),
            _ => ProbeResult.Ok,
        };
    }
}
