using System.Text.RegularExpressions;
using SlaMonitor.Cli.Importing.Carrying;
using SlaMonitor.Cli.Importing.Reading;

namespace SlaMonitor.Cli.Importing.Helpdesks;

/// <summary>For which tickets a policy of Zendesk's is: <c>all</c> of some conditions and <c>any</c> of others.</summary>
internal static partial class ZendeskFilter
{
    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["organization_id"] = "customer",
        ["group_id"] = "group",
        ["assignee_id"] = "assignee",
        ["current_tags"] = "tags",
        ["tags"] = "tags",
        ["priority"] = "priority",
        ["requester_id"] = "requester",
    };

    /// <returns>The condition, what has to be said of it, and why it cannot be carried over where it cannot.</returns>
    public static (CarriedCondition When, IReadOnlyList<string> Notes, string? Uncarried) Read(ExportNode? filter)
    {
        var notes = new List<string>();
        string? uncarried = null;
        var all = (filter?.Find("all")?.Items ?? []).Select(Of).ToList();
        var any = (filter?.Find("any")?.Items ?? []).Select(Of).ToList();
        var when = (CarriedCondition)new CarriedCondition.All(all);
        if (any.Count > 0) when = when.And(any is [var one] ? one : new CarriedCondition.Any(any));
        return (when, [.. notes.Distinct(StringComparer.Ordinal)], uncarried);

        CarriedCondition Of(ExportNode node)
        {
            if (Condition(node, notes) is { } condition) return condition;

            uncarried ??= $"the policy asks for {node.Quote()}; write 'when' by hand";
            return CarriedCondition.Every;
        }
    }

    private static CarriedCondition? Condition(ExportNode node, List<string> notes)
    {
        var field = node.Get("field").Text;
        var values = (node.Find("value")?.ItemsOrOne ?? []).SelectMany(value => field is "current_tags" or "tags"
            ? value.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            : [value.Text]).ToArray();
        if (!Keys.TryGetValue(field, out var key))
        {
            if (!Name().IsMatch(field)) return null;

            key = $"{CarriedCondition.Field}{field}";
        }

        var isNot = node.Find("operator")?.Text switch
        {
            "is" or "includes" or null => false,
            "is_not" or "not_includes" => true,
            _ => (bool?)null,
        };
        if (isNot is null || CarriedCondition.OneOf(key, values) is not { } isOneOf) return null;

        if (key.StartsWith(CarriedCondition.Field, StringComparison.Ordinal)) notes.Add(Exports.FieldNote(field));
        else if (key is "customer" or "group" or "assignee" or "requester")
            notes.Add($"The {key} is an id here, as Zendesk's event webhooks tell it; a trigger webhook tells the name instead.");
        return isNot.Value ? new CarriedCondition.Not(isOneOf) : isOneOf;
    }

    [GeneratedRegex(@"^[A-Za-z0-9_]{1,64}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
