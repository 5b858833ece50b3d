using SlaMonitor.Agreements.Format;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Building;

/// <summary>Builds conditions.</summary>
internal static class ConditionBuilder
{
    public static Condition Build(ConditionSection? section) => section is null ? Condition.Always : new Condition
    {
        Emergency = section.Emergency?.Value,
        Priorities = Values(section.Priority),
        Categories = Values(section.Category),
        Tags = Values(section.Tags),
        Groups = Values(section.Group),
        Customers = Values(section.Customer),
        Sources = Values(section.Source),
    };

    private static IReadOnlyList<T> Values<T>(Items<Located<T>>? items) => [.. (items?.Values ?? []).Select(item => item.Value)];
}
