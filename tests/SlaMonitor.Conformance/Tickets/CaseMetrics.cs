using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Conformance.Tickets;

/// <summary>What the cases call our metrics.</summary>
internal static class CaseMetrics
{
    public static Metric? Find(string name) => name switch
    {
        "firstResponse" => Metric.FirstResponse,
        "nextReply" => Metric.NextResponse,
        "update" => Metric.Update,
        "resolution" => Metric.Resolution,
        _ => null,
    };

    public static Metric Parse(string name) => Find(name) ?? throw new NotOursException($"metric {name}");
}
