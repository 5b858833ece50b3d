using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Building;

/// <summary>Builds conditions, and reports those that ask for nothing, or for what no ticket can be.</summary>
internal static class ConditionBuilder
{
    /// <returns>The condition; <c>null</c> where it has a mistake, which is reported.</returns>
    public static Condition? Build(ConditionSection? section, Problems problems)
    {
        if (section is null) return Condition.Always;

        var flat = new Condition
        {
            Emergency = section.Emergency?.Value,
            Priorities = Values(section.Priority),
            Categories = Values(section.Category),
            Tags = Values(section.Tags),
            Groups = Values(section.Group),
            Customers = Values(section.Customer),
            Sources = Values(section.Source),
        };
        var any = Any(section, flat, problems);
        return TryBuildNot(section, flat, problems, out var not) && any is not null ? flat with { Any = any, Not = not } : null;
    }

    private static List<Condition>? Any(ConditionSection section, Condition flat, Problems problems)
    {
        if (section.Any is { IsEmpty: true } none)
        {
            problems.Error(none.Place, "no ticket can match an empty 'any'; write conditions, or leave it out");
            return null;
        }

        var alternatives = (section.Any?.Values ?? []).Select(part => Alternative(part, flat, problems)).ToList();
        return alternatives.Contains(null) ? null : [.. alternatives.OfType<Condition>()];
    }

    private static Condition? Alternative(ConditionSection part, Condition flat, Problems problems)
    {
        if (Build(part, problems) is not { } alternative) return null;

        if (alternative.Specificity == 0)
            problems.Error(
                part.Place, "this condition holds for every ticket, so 'any' asks for nothing; write its keys, or leave 'any' out");
        else if (!flat.CanMeet(alternative))
            problems.Error(part.Place, "no ticket can match this one together with the keys beside 'any'; correct it, or leave it out");
        else
            return alternative;

        return null;
    }

    private static bool TryBuildNot(ConditionSection section, Condition flat, Problems problems, out Condition? not)
    {
        not = null;
        if (section.Not is not { } part) return true;

        not = Build(part, problems);
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
