namespace SlaMonitor.Functions.Observability;

/// <summary>All metrics in one text.</summary>
public sealed class MetricsAnswer
{
    private readonly MeterReadings _readings;
    private readonly StandingMetrics _standing;

    internal MetricsAnswer(MeterReadings readings, StandingMetrics standing) => (_readings, _standing) = (readings, standing);

    /// <summary>The text.</summary>
    internal async Task<string> TextAsync(CancellationToken cancellationToken)
    {
        var text = new PrometheusText();
        _readings.Write(text);
        await _standing.WriteAsync(text, cancellationToken);
        return text.ToString();
    }
}
