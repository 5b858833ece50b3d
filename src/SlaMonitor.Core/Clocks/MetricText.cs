using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Core.Clocks;

/// <summary>What a metric of an agreement's own measures, in words.</summary>
internal static class MetricText
{
    /// <summary>One sentence, as in <c>Metric assigned: starts on the creation; stops on becoming assigned to somebody.</c></summary>
    public static string Of(string name, MetricRule rule)
    {
        var text = $"Metric {name}: starts on {AnyOf(rule.Starts)}; stops on {AnyOf(rule.Stops)}";
        if (!rule.FollowsResolution && !rule.Stops.Any(stop => stop is Occurrence.Resolved)) text += ", or on the resolution";
        if (rule.Renews.Count > 0) text += $"; begins anew on {AnyOf(rule.Renews)}";
        if (rule.Pauses is { } pauses) text += $"; stands still while: {ConditionText.Describe(pauses)}";
        return text + ".";
    }

    private static string AnyOf(IReadOnlyList<Occurrence> occurrences) =>
        string.Join(", or on ", occurrences.Select(occurrence => occurrence.Describe()));
}
