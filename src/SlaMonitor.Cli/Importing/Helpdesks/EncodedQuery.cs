using System.Text.RegularExpressions;
using SlaMonitor.Cli.Importing.Carrying;

namespace SlaMonitor.Cli.Importing.Helpdesks;

/// <summary>
/// A condition of ServiceNow's as it is stored: <c>priority=1^ORpriority=2^assignment_group=ID^EQ</c>. <c>^</c> is and, <c>^OR</c> joins to
/// the part before it, <c>^NQ</c> begins another query of which any will do.
/// </summary>
internal static partial class EncodedQuery
{
    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["priority"] = "priority",
        ["category"] = "category",
        ["assignment_group"] = "group",
        ["assigned_to"] = "assignee",
        ["company"] = "customer",
        ["caller_id"] = "requester",
    };

    private static readonly string[] Priorities = ["urgent", "high", "normal", "low", "low"];

    /// <summary>Reads a condition.</summary>
    /// <param name="query">The condition; an empty one is every ticket.</param>
    /// <param name="fields">The free fields that it asks for are added.</param>
    /// <returns>The condition; <c>null</c> where it says more than a condition of an agreement can.</returns>
    public static CarriedCondition? Read(string query, List<string> fields)
    {
        var queries = query.Split("^NQ").Select(one => One(one, fields)).ToList();
        return queries.Contains(null) ? null : queries is [var single] ? single : new CarriedCondition.Any(queries!);
    }

    /// <summary>Whether a condition names somebody by the id of a record.</summary>
    public static bool HasIds(CarriedCondition condition) => condition switch
    {
        CarriedCondition.Is { Key: var key } => key is "group" or "assignee" or "customer" or "requester",
        CarriedCondition.Not { Of: var inner } => HasIds(inner),
        CarriedCondition.All { Of: var parts } => parts.Any(HasIds),
        CarriedCondition.Any { Of: var parts } => parts.Any(HasIds),
        _ => false,
    };

    private static CarriedCondition.All? One(string query, List<string> fields)
    {
        var parts = new List<List<CarriedCondition>>();
        foreach (var part in query.Split('^', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "EQ") continue;

            var isOr = part.StartsWith("OR", StringComparison.Ordinal) && !part.StartsWith("ORDERBY", StringComparison.Ordinal);
            if (Clause(isOr ? part[2..] : part, fields) is not { } clause) return null;
            if (isOr && parts.Count > 0) parts[^1].Add(clause);
            else parts.Add([clause]);
        }

        return new CarriedCondition.All([.. parts.Select(Joined)]);
    }

    // priority=1 or priority=2 is one key with two values.
    private static CarriedCondition Joined(List<CarriedCondition> choices)
    {
        if (choices is [var single]) return single;

        var equal = choices.OfType<CarriedCondition.Is>().ToList();
        return equal.Count == choices.Count && equal.TrueForAll(choice => choice.Key == equal[0].Key)
            ? new CarriedCondition.Is(equal[0].Key, [.. equal.SelectMany(choice => choice.Values).Distinct(StringComparer.Ordinal)])
            : new CarriedCondition.Any(choices);
    }

    private static CarriedCondition? Clause(string text, List<string> fields)
    {
        if (ClauseText().Match(text) is not { Success: true } clause) return null;

        var (field, sign) = (clause.Groups["field"].Value, clause.Groups["sign"].Value);
        var written = clause.Groups["value"].Value;
        var values = written.Length == 0 ? [] : sign.EndsWith("IN", StringComparison.Ordinal) ? written.Split(',') : [written];
        // A clock ends when the ticket does.
        if (field == "active") return sign == "=" && values is ["true"] ? CarriedCondition.Every : null;
        if (field is "state" or "incident_state") return null;

        if (!Keys.TryGetValue(field, out var key))
        {
            key = $"{CarriedCondition.Field}{field.Replace('.', '_')}";
            fields.Add(key[CarriedCondition.Field.Length..]);
        }

        if (key == "priority")
        {
            if (values.Any(number => number is not ("1" or "2" or "3" or "4" or "5"))) return null;
            values = [.. values.Select(number => Priorities[number[0] - '1']).Distinct(StringComparer.Ordinal)];
        }

        if (CarriedCondition.OneOf(key, values) is not { } isOneOf) return null;

        return sign is "!=" or "NOT IN" ? new CarriedCondition.Not(isOneOf) : isOneOf;
    }

    [GeneratedRegex(
        @"^(?<field>[a-z][a-z0-9_.]*)(?<sign>!=|=|NOT IN|IN)(?<value>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex ClauseText();
}
