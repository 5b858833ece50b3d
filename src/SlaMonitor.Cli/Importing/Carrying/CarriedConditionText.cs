namespace SlaMonitor.Cli.Importing.Carrying;

/// <summary>Writes a condition as an agreement has it: <c>{ priority: urgent, not: { tags: test } }</c>.</summary>
internal static class CarriedConditionText
{
    public static string Of(CarriedCondition condition)
    {
        var keys = new SortedDictionary<int, string>();
        var fields = new List<(string Name, string Value)>();
        var others = new List<CarriedCondition>();
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in Parts(condition))
        {
            switch (part)
            {
                case CarriedCondition.Is { Key: var key, Values: [var value] } when IsField(key):
                    if (written.Add(key)) fields.Add((key[CarriedCondition.Field.Length..], value));
                    else others.Add(part);
                    break;
                case CarriedCondition.Is { Key: var key, Values: var values } when !IsField(key):
                    if (written.Add(key)) keys.Add(keys.Count, $"{key}: {YamlText.OfList(values)}");
                    else others.Add(part);
                    break;
                // A free field has one value; any of some is an 'any' of them.
                case CarriedCondition.Is { Key: var key, Values: var values }:
                    Join(new CarriedCondition.Any([.. values.Select(value => new CarriedCondition.Is(key, [value]))]));
                    break;
                default:
                    Join(part);
                    break;
            }
        }

        if (fields.Count > 0)
        {
            var pairs = fields.Select(field => $"{YamlText.Of(field.Name)}: {YamlText.Of(field.Value)}");
            keys.Add(keys.Count, $"fields: {{ {string.Join(", ", pairs)} }}");
        }

        if (others is [CarriedCondition.Not { Of: var single }]) keys.Add(keys.Count, $"not: {Of(single)}");
        else if (others.Count > 0) keys.Add(keys.Count, $"not: {{ any: [{string.Join(", ", others.Select(Opposite).Select(Of))}] }}");
        return $"{{ {string.Join(", ", keys.Values)} }}";

        // There is one 'any' and one 'not' in a condition. Whatever else has to hold: not any of its opposites.
        void Join(CarriedCondition part)
        {
            if (part is CarriedCondition.Any { Of: var choices } && written.Add("any"))
                keys.Add(keys.Count, $"any: [{string.Join(", ", choices.Select(Of))}]");
            else others.Add(part);
        }
    }

    private static bool IsField(string key) => key.StartsWith(CarriedCondition.Field, StringComparison.Ordinal);

    private static CarriedCondition Opposite(CarriedCondition condition) =>
        condition is CarriedCondition.Not { Of: var inner } ? inner : new CarriedCondition.Not(condition);

    private static IEnumerable<CarriedCondition> Parts(CarriedCondition condition) =>
        condition is CarriedCondition.All { Of: var parts } ? parts.SelectMany(Parts) : [condition];
}
