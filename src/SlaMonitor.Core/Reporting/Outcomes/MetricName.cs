using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Core.Reporting.Outcomes;

/// <summary>How reports name a metric: as the agreement writes it. The only place in reporting that knows.</summary>
internal static class MetricName
{
    public static string Of(Metric metric)
    {
        var name = metric.ToString();
        return $"{char.ToLowerInvariant(name[0])}{name[1..]}";
    }
}
