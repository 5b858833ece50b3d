using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Agreements;

/// <summary>Conditions in words.</summary>
internal static class ConditionText
{
    /// <summary>Every part of a condition that does not hold for a ticket, as in <c>priority is normal, not urgent or high</c>.</summary>
    public static string Mismatch(Condition condition, TicketFacts facts)
    {
        string?[] reasons =
        [
            condition.IsWanted(facts.Emergency) ? null : facts.Emergency ? "it is an emergency" : "it is no emergency",
            condition.IsWanted(facts.Priority)
                ? null
                : $"priority is {TicketWords.Of(facts.Priority)}, not {AnyOf([.. condition.Priorities.Select(TicketWords.Of)])}",
            Unlike("category", facts.Category, condition.Categories),
            Condition.IsAnyAmong(condition.Tags, facts.Tags)
                ? null
                : $"{(facts.Tags.Count == 0 ? "it has no tags" : $"tags are {string.Join(", ", facts.Tags)}")}, "
                    + $"not {AnyOf(condition.Tags)}",
            Unlike("group", facts.Group, condition.Groups),
            Unlike("customer", facts.Customer, condition.Customers),
            Unlike("source", facts.Source, condition.Sources),
            Unlike("assignee", facts.Assignee, condition.Assignees),
            condition.IsWantedAssigned(facts.Assignee is not null)
                ? null
                : facts.Assignee is null ? "nobody has it" : $"{facts.Assignee} has it",
            UnlikeRequester(condition, facts),
            condition.IsWanted(facts.Status)
                ? null
                : $"status is {(facts.Status is { } status ? TicketWords.Of(status) : "not known here")}, "
                    + $"not {AnyOf([.. condition.Statuses.Select(TicketWords.Of)])}",
            .. condition.Fields.Select(field => UnlikeField(field, facts)),
            condition.Any.Count == 0 || condition.Any.Any(one => one.Holds(facts))
                ? null
                : $"none of these holds: {string.Join(" / ", condition.Any.Select(one => Mismatch(one, facts)))}",
            condition.Not?.Holds(facts) == true ? $"it is one of those that are left out: {Describe(condition.Not)}" : null,
        ];

        return string.Join("; ", reasons.OfType<string>());
    }

    /// <summary>The tickets that a condition is meant for, as in <c>priority urgent or high and group core</c>.</summary>
    public static string Describe(Condition condition)
    {
        string?[] parts =
        [
            condition.Emergency switch { null => null, true => "an emergency", false => "no emergency" },
            Part("priority", [.. condition.Priorities.Select(TicketWords.Of)]),
            Part("category", condition.Categories),
            Part("tag", condition.Tags),
            Part("group", condition.Groups),
            Part("customer", condition.Customers),
            Part("source", condition.Sources),
            Part("assignee", condition.Assignees),
            condition.IsAssigned switch { null => null, true => "assigned to somebody", false => "assigned to nobody" },
            Part("requester", condition.Requesters),
            Part("status", [.. condition.Statuses.Select(TicketWords.Of)]),
            .. condition.Fields.Select(field => Part($"field {field.Name}", Texts(field))),
            condition.Any.Count == 0 ? null : $"({string.Join(" / ", condition.Any.Select(Describe))})",
            condition.Not is null ? null : $"not ({Describe(condition.Not)})",
        ];

        var given = parts.OfType<string>().ToArray();
        return given.Length == 0 ? "every ticket" : string.Join(" and ", given);
    }

    private static string? Part(string name, IReadOnlyList<string> values) => values.Count == 0 ? null : $"{name} {AnyOf(values)}";

    private static string? Unlike(string part, string? value, IReadOnlyList<string> wanted)
    {
        if (Condition.IsAmong(wanted, value)) return null;
        return string.IsNullOrEmpty(value)
            ? $"{part} is not known, wanted is {AnyOf(wanted)}"
            : $"{part} is {value}, not {AnyOf(wanted)}";
    }

    private static string? UnlikeRequester(Condition condition, TicketFacts facts)
    {
        if (Condition.IsAnyOf(condition.Requesters, facts.Requesters)) return null;
        return facts.Requesters.Count == 0
            ? $"requester is not known, wanted is {AnyOf(condition.Requesters)}"
            : $"requester is {string.Join(", ", facts.Requesters.Order(StringComparer.Ordinal))}, not {AnyOf(condition.Requesters)}";
    }

    private static string? UnlikeField(FieldCondition field, TicketFacts facts)
    {
        if (field.Holds(facts.Fields)) return null;
        return facts.Fields.TryGetValue(field.Name, out var value)
            ? $"field {field.Name} is {value}, not {AnyOf(Texts(field))}"
            : $"field {field.Name} is not set, wanted is {AnyOf(Texts(field))}";
    }

    private static IReadOnlyList<string> Texts(FieldCondition field) => [.. field.Values.Select(value => value.ToString())];

    private static string AnyOf(IReadOnlyList<string> values) =>
        values.Count == 1 ? values[0] : $"{string.Join(", ", values.Take(values.Count - 1))} or {values[^1]}";
}
