using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Agreements.Syntax;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;

namespace SlaMonitor.Agreements.Building;

/// <summary>Builds the targets of an agreement.</summary>
internal sealed class TargetBuilder(
    Problems problems, References<BuiltCalendar> calendars, References<Metric> metrics, PauseRule pause, Condition? governs)
{
    public IReadOnlyList<Target> Build(Items<TargetSection>? sections)
    {
        if (sections is { IsEmpty: true }) problems.Error(sections.Place, "nothing is promised; write at least one target");

        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var orders = new Dictionary<Metric, FirstMatch>();
        var targets = new List<Target>();
        foreach (var section in sections?.Values ?? [])
        {
            if (section.Id is { } id && !ids.TryAdd(id.Value.Value, id.Place.Line))
                problems.Error(
                    id.Place,
                    $"there is a target '{id.Value}' already on line {ids[id.Value.Value]}; give each a name of its own");
            var when = ConditionBuilder.Build(section.When, problems);
            var metric = metrics.Find(section.Metric);
            WarnIfNeverReached(section, metric, when, orders);
            if (Build(section, metric, when) is { } target) targets.Add(target);
        }

        return targets;
    }

    private Target? Build(TargetSection section, Metric? metric, Condition? when)
    {
        var calendar = calendars.Find(section.Calendar?.Plain);
        var sites = Sites(section.Calendar);
        if (section.CountsOpening is { } opening && metric?.Rule is not null)
            problems.Error(opening.Place, $"'{metric}' says itself what starts it; leave 'countsOpening' out, it is for nextResponse");
        CheckFrom(section, metric);
        if (calendar is null || metric is null || when is null || section is not { Id: { } id, Within: { } within }) return null;
        foreach (var other in sites.Values.Append(calendar).DistinctBy(built => built.Calendar.Id, StringComparer.Ordinal))
        {
            if (within.Value.Days == 0 || other.DayLength is not null) continue;

            problems.Error(
                within.Place,
                $"{within.Value} has no meaning in '{other.Calendar.Id}', whose days differ in length; "
                + "write hours, or give the calendar a dayLength");
            return null;
        }

        var target = new Target
        {
            Id = id.Value.Value,
            Metric = metric,
            When = when,
            Within = Budget(within, calendar),
            Calendar = calendar.Calendar,
            Pauses = section.Pauses?.Value ?? pause.Stops.Contains(metric),
            From = section.From?.Value ?? CountsFrom.Created,
            AllowsAgreedDue = section.AgreedDue?.Value ?? false,
            CountsOpening = section.CountsOpening?.Value ?? false,
        };
        return section.Calendar?.ByField is not { } field ? target : target with
        {
            Sites = new SiteTargets(
                field.Value,
                sites.ToDictionary(
                    site => site.Key,
                    site => target with
                    {
                        Calendar = site.Value.Calendar,
                        Within = Budget(within, site.Value),
                        Site = $"{field.Value} is {site.Key}",
                    },
                    StringComparer.OrdinalIgnoreCase)),
        };
    }

    private static BusinessDuration Budget(Located<DurationText> within, BuiltCalendar calendar) =>
        BusinessDuration.FromSeconds(within.Value.TotalSeconds(calendar.DayLength?.TotalSeconds ?? 0));

    /// <summary>The calendars of a target by the values of its field; those without a mistake.</summary>
    private Dictionary<string, BuiltCalendar> Sites(TargetCalendarSection? section)
    {
        var sites = new Dictionary<string, BuiltCalendar>(StringComparer.OrdinalIgnoreCase);
        if (section?.Values is { IsComplete: true, Values.Count: 0 } none)
            problems.Error(none.Place, "no value has a calendar of its own; write values: with each value and its calendar");
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (value, name) in section?.Values?.Values ?? [])
        {
            if (!seen.Add(value.Value))
                problems.Error(value.Place, $"'{value.Value}' has its calendar already, without regard to case; keep one of the two");
            if (calendars.Find(name) is { } calendar) sites.TryAdd(value.Value, calendar);
        }

        return sites;
    }

    private void CheckFrom(TargetSection section, Metric? metric)
    {
        if (section.From is not { } from || metric is null) return;
        if (metric.Rule is not null)
            problems.Error(from.Place, $"'{metric}' says itself what starts it; leave 'from' out, or write it under 'starts'");
        else if (metric == Metric.FirstResponse && from.Value == CountsFrom.FirstResponse)
            problems.Error(from.Place, "the first response cannot count from itself; write created, assignment or customerMessage");
        else if (metric == Metric.NextResponse && from.Value is CountsFrom.Created or CountsFrom.FirstResponse)
            problems.Error(from.Place, "a next response counts from the customer's message; write customerMessage or assignment");
    }

    private void WarnIfNeverReached(TargetSection section, Metric? metric, Condition? when, Dictionary<Metric, FirstMatch> orders)
    {
        if (metric is null || section.Id is not { } id) return;
        if (!orders.TryGetValue(metric, out var order)) orders.Add(metric, order = new FirstMatch(governs));
        if (order.Add(when, $"'{id.Value}' on line {section.Place.Line}") is { } reason)
            problems.Warn(id.Place, $"'{id.Value}' never counts, because {reason}");
    }
}
