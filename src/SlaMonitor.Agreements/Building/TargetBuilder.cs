using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;

namespace SlaMonitor.Agreements.Building;

/// <summary>Builds the targets of an agreement.</summary>
internal sealed class TargetBuilder(Problems problems, References<BuiltCalendar> calendars, PauseRule pause)
{
    public IReadOnlyList<Target> Build(Items<TargetSection>? sections)
    {
        if (sections is { IsEmpty: true }) problems.Error(sections.Place, "nothing is promised; write at least one target");

        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var catchAll = new Dictionary<Metric, TargetSection>();
        var targets = new List<Target>();
        foreach (var section in sections?.Values ?? [])
        {
            if (section.Id is { } id && !ids.TryAdd(id.Value.Value, id.Place.Line))
                problems.Error(
                    id.Place,
                    $"there is a target '{id.Value}' already on line {ids[id.Value.Value]}; give each a name of its own");
            WarnIfNeverReached(section, catchAll);
            if (Build(section) is { } target) targets.Add(target);
        }

        return targets;
    }

    private Target? Build(TargetSection section)
    {
        var calendar = calendars.Find(section.Calendar);
        if (calendar is null || section is not { Id: { } id, Metric: { } metric, Within: { } within }) return null;
        if (within.Value.Days > 0 && calendar.DayLength is null)
        {
            problems.Error(
                within.Place,
                $"{within.Value} has no meaning in '{calendar.Calendar.Id}', whose days differ in length; "
                + "write hours, or give the calendar a dayLength");
            return null;
        }

        return new Target
        {
            Id = id.Value.Value,
            Metric = metric.Value,
            When = ConditionBuilder.Build(section.When),
            Within = BusinessDuration.FromSeconds(within.Value.TotalSeconds(calendar.DayLength?.TotalSeconds ?? 0)),
            Calendar = calendar.Calendar,
            Pauses = section.Pauses?.Value ?? pause.Stops.Contains(metric.Value),
            CountsOpening = section.CountsOpening?.Value ?? false,
        };
    }

    private void WarnIfNeverReached(TargetSection section, Dictionary<Metric, TargetSection> catchAll)
    {
        if (section is not { Metric: { } metric, Id: { } id }) return;
        if (catchAll.TryGetValue(metric.Value, out var earlier))
            problems.Warn(
                id.Place,
                $"'{id.Value}' never counts, because '{earlier.Id?.Value}' on line {earlier.Place.Line} matches every ticket; "
                + "put the one with the narrower 'when' first");
        else if (ConditionBuilder.Build(section.When).Specificity == 0)
            catchAll.Add(metric.Value, section);
    }
}
