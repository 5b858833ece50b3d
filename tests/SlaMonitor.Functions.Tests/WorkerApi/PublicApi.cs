namespace SlaMonitor.Functions.Tests.WorkerApi;

/// <summary>Types with their members, one line each: <c>Namespace: header</c>, then the members, indented.</summary>
internal sealed record PublicApi(IReadOnlyDictionary<string, PublicApi.Declared> Types)
{
    /// <param name="Header">Kind, modifiers and name, as <c>public sealed class X</c>.</param>
    /// <param name="Bases">Base class and interfaces.</param>
    /// <param name="Usage">The attribute usage declared on the type itself, or an empty text.</param>
    /// <param name="Members">One signature each.</param>
    internal sealed record Declared(string Header, IReadOnlyList<string> Bases, string Usage, IReadOnlyList<string> Members);

    public static PublicApi Parse(string text)
    {
        var types = new Dictionary<string, Declared>(StringComparer.Ordinal);
        var members = new List<string>();
        var usage = "";
        foreach (var line in text.Split('\n').Where(line => line.Trim().Length > 0 && !line.StartsWith('#')))
        {
            if (line.StartsWith(' '))
            {
                members.Add(line.Trim());
            }
            else if (line.StartsWith("[AttributeUsage", StringComparison.Ordinal))
            {
                usage = line.Trim();
            }
            else
            {
                members = [];
                var (name, declared) = ParseHeader(line.Trim(), usage, members);
                types.Add(name, declared);
                usage = "";
            }
        }

        return new PublicApi(types);
    }

    /// <summary>What <paramref name="ours"/> has that this has not, or has otherwise. That ours has less is no difference.</summary>
    public IReadOnlyList<string> WhereOthersDiffer(PublicApi ours)
    {
        var differences = new List<string>();
        foreach (var (name, our) in ours.Types)
        {
            if (!Types.TryGetValue(name, out var their))
            {
                differences.Add($"{name}: no such type");
                continue;
            }

            if (!string.Equals(our.Header, their.Header, StringComparison.Ordinal))
                differences.Add($"{name}: '{our.Header}' is not '{their.Header}'");
            if (!string.Equals(our.Usage, their.Usage, StringComparison.Ordinal))
                differences.Add($"{name}: '{our.Usage}' is not '{their.Usage}'");
            differences.AddRange(our.Bases.Except(their.Bases).Select(extra => $"{name}: is no {extra}"));
            differences.AddRange(our.Members.Except(their.Members).Select(extra => $"{name}: has no '{extra}'"));
        }

        return differences;
    }

    private static (string Name, Declared Declared) ParseHeader(string line, string usage, List<string> members)
    {
        var (space, rest) = Cut(line, ": ");
        var (header, bases) = Cut(rest, " : ");
        return ($"{space}.{header.Split(' ')[^1]}", new Declared(header, SplitList(bases), usage, members));
    }

    private static (string Before, string After) Cut(string text, string at)
    {
        var index = text.IndexOf(at, StringComparison.Ordinal);
        return index < 0 ? (text, "") : (text[..index], text[(index + at.Length)..]);
    }

    // At the commas that stand in no angle brackets.
    private static List<string> SplitList(string text)
    {
        var parts = new List<string>();
        var (depth, start) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || (text[i] == ',' && depth == 0))
            {
                parts.Add(text[start..i].Trim());
                start = i + 1;
            }
            else
            {
                depth += text[i] switch { '<' => 1, '>' => -1, _ => 0 };
            }
        }

        parts.RemoveAll(part => part.Length == 0);
        return parts;
    }
}
