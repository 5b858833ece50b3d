using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Building;

/// <summary>Builds the metrics of an agreement's own, and knows those that are built in.</summary>
internal sealed class MetricBuilder(Problems problems)
{
    /// <summary>All metrics by name: those that are built in first.</summary>
    public References<Metric> Build(AgreementSection agreement)
    {
        var isComplete = agreement.Metrics is { IsComplete: true } || !agreement.KeyPlaces.ContainsKey("metrics");
        var metrics = new References<Metric>("metric", isComplete, problems, agreement.Removes?.Metrics);
        foreach (var metric in Metric.BuiltIn) metrics.Add(metric.Name, metric);

        var number = 0;
        foreach (var (name, section) in agreement.Metrics?.Values ?? [])
        {
            if (Metric.FindBuiltIn(name.Value.Value) is not null)
                problems.Error(name.Place, $"'{name.Value}' is one of the four metrics that are built in; give yours another name");
            else
                metrics.Add(name.Value.Value, Build(name.Value.Value, section, agreement.OnReopen?.Value, number++));
        }

        return metrics;
    }

    /// <summary>The agreement's own metrics in file order, where none has a mistake.</summary>
    public static IReadOnlyList<Metric> Own(AgreementSection agreement, References<Metric> metrics)
    {
        var good = metrics.Good;
        return [.. (agreement.Metrics?.Values ?? []).Select(entry => good[entry.Key.Value.Value])];
    }

    /// <summary>Warns of metrics that no target promises anything of.</summary>
    public void WarnOfUnused(AgreementSection agreement, References<Metric> metrics)
    {
        var good = metrics.Good;
        var used = (agreement.Targets?.Values ?? []).Select(target => target.Metric?.Value.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, _) in (agreement.Metrics?.Values ?? [])
            .Where(entry => good.GetValueOrDefault(entry.Key.Value.Value)?.Rule is not null && !used.Contains(entry.Key.Value.Value)))
        {
            problems.Warn(name.Place, $"no target has 'metric: {name.Value}', so it is never measured; write one, or leave it out");
        }
    }

    private Metric? Build(string name, MetricSection? section, ReopenRule? onReopen, int number)
    {
        if (section is not { Starts: { IsComplete: true } starts, Stops: { IsComplete: true } stops }) return null;

        var occurrences = new OccurrenceBuilder(problems);
        var pauses = section.Pauses is { } given ? Pauses(given) : null;
        var (begins, ends, renews) = (occurrences.Build(starts), occurrences.Build(stops), occurrences.Build(section.Renews));
        if (begins is null || ends is null || renews is null || (pauses is null && section.Pauses is not null)) return null;

        var rule = new MetricRule
        {
            Starts = begins,
            Stops = ends,
            Renews = renews,
            Pauses = pauses,
            OnReopen = section.OnReopen?.Value ?? onReopen ?? ReopenRule.Continue,
        };
        var known = problems.ErrorCount;
        Check(section, rule);
        return problems.ErrorCount > known ? null : Metric.Own(name, section.Title?.Value, rule, number);
    }

    private Condition? Pauses(ConditionSection section)
    {
        var pauses = ConditionBuilder.Build(section, problems, withStatus: true);
        if (pauses is not { Specificity: 0 }) return pauses;

        problems.Error(section.Place, "this condition always holds, so that the clock would never count; write its keys");
        return null;
    }

    private void Check(MetricSection section, MetricRule rule)
    {
        CheckOnce(section.Stops!, rule.Stops, rule.Starts, "starts");
        if (section.Renews is { } renewing)
        {
            CheckOnce(renewing, rule.Renews, rule.Stops, "stops");
            foreach (var (i, _) in rule.Renews.Index().Where(entry => entry.Item is Occurrence.Resolved))
                problems.Error(renewing.Values[i].Place, "the resolution ends the clock, and begins no other; write it under 'stops'");
        }

        foreach (var (list, occurrences) in new[] { (section.Stops!, rule.Stops), (section.Renews, rule.Renews) })
        {
            foreach (var (i, _) in occurrences.Index().Where(entry => entry.Item is Occurrence.Created))
                problems.Error(list!.Values[i].Place, "nothing runs yet when a ticket is created; write it under 'starts'");
        }

        if (section.OnReopen is { } onReopen && rule.FollowsResolution)
            problems.Error(
                onReopen.Place,
                "this metric starts with the resolution, which does not end it, so that a reopening has nothing to go on with; "
                + "leave 'onReopen' out");
        if (rule.Pauses is { } pauses && rule.Starts.All(start => start is Occurrence.Becomes becomes && pauses.Covers(becomes.When)))
            problems.Warn(section.Pauses!.Place, "'pauses' holds whenever the clock starts, so that it begins standing still");
    }

    private void CheckOnce(
        Items<OccurrenceSection> list, IReadOnlyList<Occurrence> occurrences, IReadOnlyList<Occurrence> others, string other)
    {
        foreach (var (i, occurrence) in occurrences.Index())
        {
            if (others.Any(same => string.Equals(same.Describe(), occurrence.Describe(), StringComparison.Ordinal)))
                problems.Error(list.Values[i].Place, $"this stands under '{other}' too, and cannot be both; keep one of the two");
        }
    }
}
