using System.Text.Json;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;

namespace SlaMonitor.Conformance.Tickets;

/// <summary>
/// Reads <c>policy.escalation</c>: one level or a list of them, each with the <c>metric</c> that it watches and an <c>offset</c> from the
/// due time in a <c>unit</c>; a negative offset warns before it.
/// </summary>
internal static class EscalationJson
{
    public const string Lead = "lead";

    public static IReadOnlyList<(Metric Metric, EscalationStep Step)> Read(JsonElement policy)
    {
        if (!policy.TryGetProperty("escalation", out var escalation)) return [];
        return escalation.ValueKind == JsonValueKind.Array
            ? [.. escalation.EnumerateArray().Select(level => LevelOf(level, policy))]
            : [LevelOf(escalation, policy)];
    }

    private static (Metric Metric, EscalationStep Step) LevelOf(JsonElement level, JsonElement policy)
    {
        CaseJson.AllowOnly(level, "policy.escalation", "metric", "offset", "unit");
        var metric = level.GetProperty("metric").GetString()!;
        var offset = OffsetOf(level.GetProperty("offset").GetInt64(), level.GetProperty("unit").GetString()!);
        return (CaseMetrics.Parse(metric), new EscalationStep(MomentOf(offset, policy, metric), [Lead], UnlessAcknowledged: false));
    }

    private static BusinessDuration OffsetOf(long offset, string unit) => unit switch
    {
        "second" or "seconds" => BusinessDuration.FromSeconds(offset),
        "minute" or "minutes" => BusinessDuration.FromMinutes(offset),
        "hour" or "hours" => BusinessDuration.FromHours(offset),
        _ => throw new NotOursException($"policy.escalation.unit {unit}"),
    };

    private static StepMoment MomentOf(BusinessDuration offset, JsonElement policy, string metric)
    {
        if (offset == BusinessDuration.Zero) return new StepMoment.Due();
        if (offset > BusinessDuration.Zero) return new StepMoment.AfterDue(offset);

        var within = BusinessDuration.FromMinutes(policy.GetProperty("metrics").GetProperty(metric).GetProperty("minutes").GetInt64());
        var percent = (int)((within + offset).Ticks * 100 / within.Ticks);
        return percent is > 0 and < 100 && within.Share(percent) == within + offset
            ? new StepMoment.ShareOfBudget(percent)
            : throw new NotOursException($"policy.escalation.offset {offset}, which is no whole percent of {within}");
    }
}
