using System.Text.RegularExpressions;
using SlaMonitor.Cli.Importing.Carrying;

namespace SlaMonitor.Cli.Importing.Helpdesks;

/// <summary>
/// A query of Jira's as a condition: <c>AND</c>, <c>OR</c>, <c>NOT</c>, brackets, <c>=</c>, <c>!=</c>, <c>in</c> and <c>not in</c>.
/// </summary>
internal sealed partial class JqlCondition
{
    private static readonly Dictionary<string, string> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        ["priority"] = "priority",
        ["issuetype"] = "category",
        ["type"] = "category",
        ["labels"] = "tags",
        ["assignee"] = "assignee",
        ["reporter"] = "requester",
        ["organizations"] = "customer",
        ["organization"] = "customer",
    };

    private static readonly Dictionary<string, string> Priorities = new(StringComparer.OrdinalIgnoreCase)
    {
        ["highest"] = "urgent",
        ["critical"] = "urgent",
        ["blocker"] = "urgent",
        ["urgent"] = "urgent",
        ["high"] = "high",
        ["major"] = "high",
        ["medium"] = "normal",
        ["normal"] = "normal",
        ["low"] = "low",
        ["minor"] = "low",
        ["lowest"] = "low",
        ["trivial"] = "low",
    };

    private readonly List<(string Text, bool IsQuoted)> _words = [];
    private readonly List<string> _fields;
    private int _next;

    private JqlCondition(string query, List<string> fields)
    {
        _fields = fields;
        foreach (Match word in Words().Matches(query))
        {
            var isQuoted = word.Groups["quoted"].Success || word.Groups["single"].Success;
            _words.Add((isQuoted ? word.Groups["quoted"].Value + word.Groups["single"].Value : word.Value, isQuoted));
        }
    }

    /// <summary>Reads a query.</summary>
    /// <param name="query">The query; an empty one is every ticket.</param>
    /// <param name="fields">The free fields that it asks for are added.</param>
    /// <returns>The condition; <c>null</c> where the query says more than a condition can.</returns>
    public static CarriedCondition? Read(string query, List<string> fields)
    {
        var jql = new JqlCondition(query, fields);
        if (jql._words.Count == 0) return CarriedCondition.Every;

        var condition = jql.Or();
        return jql._next == jql._words.Count ? condition : null;
    }

    private CarriedCondition? Or() => Joined("or", And, parts => new CarriedCondition.Any(parts));

    private CarriedCondition? And() => Joined("and", Single, parts => new CarriedCondition.All(parts));

    private CarriedCondition? Joined(
        string word, Func<CarriedCondition?> part, Func<IReadOnlyList<CarriedCondition>, CarriedCondition> join)
    {
        var parts = new List<CarriedCondition>();
        do
        {
            if (part() is not { } one) return null;

            parts.Add(one);
        }
        while (Takes(word));

        return parts is [var single] ? single : join(parts);
    }

    private CarriedCondition? Single()
    {
        if (Takes("not") || Takes("!")) return Single() is { } inner ? new CarriedCondition.Not(inner) : null;
        if (!Takes("(")) return Clause();

        var bracketed = Or();
        return Takes(")") ? bracketed : null;
    }

    private CarriedCondition? Clause()
    {
        if (Word() is not { } field || Key(field) is not { } key) return null;

        var (isNot, values) = (false, (IReadOnlyList<string>?)null);
        if (Takes("=")) values = One();
        else if (Takes("!=")) (isNot, values) = (true, One());
        else if (Takes("in")) values = List();
        else if (Takes("not") && Takes("in")) (isNot, values) = (true, List());
        if (values is null) return null;

        if (key == "priority")
        {
            if (values.Any(value => !Priorities.ContainsKey(value))) return null;
            values = [.. values.Select(value => Priorities[value]).Distinct(StringComparer.Ordinal)];
        }

        if (CarriedCondition.OneOf(key, values) is not { } isOneOf) return null;

        return isNot ? new CarriedCondition.Not(isOneOf) : isOneOf;
    }

    // A name such as "Customer Request Type", cf[10010] or component becomes a free field.
    private string? Key(string field)
    {
        if (Keys.TryGetValue(field, out var key)) return key;
        if (field.Equals("status", StringComparison.OrdinalIgnoreCase)) return null;

        var name = NotOfAName().Replace(field, "_").Trim('_');
        if (name.Length == 0) return null;

        _fields.Add(name);
        return $"{CarriedCondition.Field}{name}";
    }

    private IReadOnlyList<string>? One() => Word() is { } value && !Is("(") ? [value] : null;

    private List<string>? List()
    {
        if (!Takes("(")) return null;

        var values = new List<string>();
        do
        {
            if (Word() is not { } value) return null;

            values.Add(value);
        }
        while (Takes(","));

        return Takes(")") ? values : null;
    }

    private string? Word()
    {
        if (_next == _words.Count) return null;

        var (text, isQuoted) = _words[_next];
        if (!isQuoted && text is "(" or ")" or "," or "=" or "!=" or "!" or "~" or "!~" or ">" or "<" or ">=" or "<=") return null;

        _next++;
        return text;
    }

    private bool Is(string word) =>
        _next < _words.Count && !_words[_next].IsQuoted && _words[_next].Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    private bool Takes(string word)
    {
        if (!Is(word)) return false;

        _next++;
        return true;
    }

    [GeneratedRegex(
        """
        "(?<quoted>[^"]*)"|'(?<single>[^']*)'|[(),]|!=|!~|>=|<=|[=!~<>]|[^\s(),=!~<>"']+
        """,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();

    [GeneratedRegex("[^A-Za-z0-9_]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotOfAName();
}
