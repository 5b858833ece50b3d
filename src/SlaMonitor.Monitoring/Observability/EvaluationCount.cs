using NodaTime;

namespace SlaMonitor.Monitoring.Observability;

/// <summary>
/// Counts one evaluation when it is disposed of: as failed, unless Ended or Waits was called, so that an exception counts too.
/// </summary>
internal sealed class EvaluationCount(MonitorMetrics metrics) : IDisposable
{
    private string _outcome = "failed";
    private bool _lagIsKnown;

    /// <summary>The oldest of a page that is due; the first page tells how late the evaluation is.</summary>
    public void Found(Duration lag)
    {
        if (!_lagIsKnown) metrics.EvaluationBegan(lag);
        _lagIsKnown = true;
    }

    /// <summary>It came to its end.</summary>
    /// <param name="failures">How many tickets could not be evaluated.</param>
    public void Ended(int failures) => _outcome = failures == 0 ? "ok" : "incomplete";

    /// <summary>It fires nothing, because nobody could be told.</summary>
    public void Waits() => _outcome = "waits";

    public void Dispose() => metrics.EvaluationEnded(_outcome);
}
