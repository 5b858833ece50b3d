using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Building;

/// <summary>Builds conditions, and reports those that ask for nothing, or for what no ticket can be.</summary>
internal static class ConditionBuilder
{
    /// <returns>The condition; <c>null</c> where it has a mistake, which is reported.</returns>
    /// <param name="section">The condition as it is written; <c>null</c>: it was not given, and always holds.</param>
    /// <param name="problems">Where mistakes are reported.</param>
    /// <param name="withStatus">
    /// Whether it may ask for a status. What is promised may not: a ticket comes through most of them, and ends resolved.
    /// </param>
    public static Condition? Build(ConditionSection? section, Problems problems, bool withStatus = false)
    {
        if (section is null) return Condition.Always;
        if (!IsPossible(section, problems, withStatus)) return null;

        var flat = new Condition
        {
            Emergency = section.Emergency?.Value,
            Priorities = Values(section.Priority),
            Categories = Values(section.Category),
            Tags = Values(section.Tags),
            Groups = Values(section.Group),
            Customers = Values(section.Customer),
            Sources = Values(section.Source),
            Assignees = Values(section.Assignee),
            IsAssigned = section.Assigned?.Value,
            Requesters = Values(section.Requester),
            Statuses = Values(section.Status),
            Fields = [.. (section.Fields?.Values ?? []).Where(field => field.Value is { IsComplete: true, IsEmpty: false })
                .Select(field => new FieldCondition(field.Key.Value, [.. field.Value!.Values.Select(value => value.Value.Value)]))],
        };
        var any = Any(section, flat, problems, withStatus);
        return TryBuildNot(section, flat, problems, withStatus, out var not) && any is not null ? flat with { Any = any, Not = not } : null;
    }

    private static bool IsPossible(ConditionSection section, Problems problems, bool withStatus)
    {
        var known = problems.ErrorCount;
        if (section.Status is not null && !withStatus)
            problems.Error(
                section.PlaceOf("status"),
                "what is promised does not change with the status, which every ticket comes through; "
                + "write 'pause', an escalation's 'when' or one of 'metrics'");
        if (section.Status is { IsEmpty: true } none)
            problems.Error(none.Place, "no ticket is in none of the statuses; write at least one");
        if (section is { Assigned: { Value: false } nobody, Assignee.Values.Count: > 0 })
            problems.Error(nobody.Place, "a ticket that nobody has is not assigned to anybody in 'assignee'; keep one of the two");
        foreach (var (name, values) in section.Fields?.Values ?? [])
        {
            if (values is { IsEmpty: true }) problems.Error(name.Place, $"no value of '{name.Value}' is meant; write values, or any");
        }

        if (section.Fields is { IsComplete: true, Values.Count: 0 } empty)
            problems.Error(empty.Place, "no field is named; write its name and values");
        return problems.ErrorCount == known;
    }

    private static List<Condition>? Any(ConditionSection section, Condition flat, Problems problems, bool withStatus)
    {
        if (section.Any is { IsEmpty: true } none)
        {
            problems.Error(none.Place, "no ticket can match an empty 'any'; write conditions, or leave it out");
            return null;
        }

        var alternatives = (section.Any?.Values ?? []).Select(part => Alternative(part, flat, problems, withStatus)).ToList();
        return alternatives.Contains(null) ? null : [.. alternatives.OfType<Condition>()];
    }

    private static Condition? Alternative(ConditionSection part, Condition flat, Problems problems, bool withStatus)
    {
        if (Build(part, problems, withStatus) is not { } alternative) return null;

        if (alternative.Specificity == 0)
            problems.Error(
                part.Place, "this condition holds for every ticket, so 'any' asks for nothing; write its keys, or leave 'any' out");
        else if (!flat.CanMeet(alternative))
            problems.Error(part.Place, "no ticket can match this one together with the keys beside 'any'; correct it, or leave it out");
        else
            return alternative;

        return null;
    }

    private static bool TryBuildNot(
        ConditionSection section, Condition flat, Problems problems, bool withStatus, out Condition? not)
    {
        not = null;
        if (section.Not is not { } part) return true;

        not = Build(part, problems, withStatus);
        if (not is null) return false;

        if (not.Specificity == 0)
        {
            problems.Error(part.Place, "'not' leaves out every ticket; write the keys of those to leave out");
            return false;
        }

        if (not.Covers(flat))
        {
            problems.Error(part.Place, "'not' leaves out every ticket that the keys beside it ask for; correct one of the two");
            return false;
        }

        if (!not.CanMeet(flat))
            problems.Warn(part.Place, "'not' leaves out nothing, because the keys beside it never match such a ticket; leave it out");
        return true;
    }

    private static IReadOnlyList<T> Values<T>(Items<Located<T>>? items) => [.. (items?.Values ?? []).Select(item => item.Value)];
}
