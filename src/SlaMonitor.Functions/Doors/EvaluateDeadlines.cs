using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Monitoring.Health.Watching;

namespace SlaMonitor.Functions.Doors;

/// <summary>Fires what has come due. A tick that was missed is made up for by the next: everything due by now is looked at.</summary>
public sealed class EvaluateDeadlines(WatchedEvaluation evaluation)
{
    [Function(nameof(EvaluateDeadlines))]
    public Task Run([TimerTrigger("%EvaluationSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        evaluation.EvaluateAsync(cancellationToken);
}
