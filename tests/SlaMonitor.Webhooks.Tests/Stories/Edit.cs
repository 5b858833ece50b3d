using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NodaTime.Text;
using SlaMonitor.Webhooks.Tests.Harness;

namespace SlaMonitor.Webhooks.Tests.Stories;

/// <summary>Makes one real payload of another: the same form, other values.</summary>
internal static partial class Edit
{
    public static string Sample(string sample, params (string Path, JsonNode? Value)[] values)
    {
        var root = JsonNode.Parse(HelpdeskSamples.Read(sample))!;
        foreach (var (path, value) in values)
        {
            var names = path.Split('.');
            var place = names[..^1].Aggregate(root, (node, name) => node[name] ??= new JsonObject());
            place[names[^1]] = value?.DeepClone();
        }

        return root.ToJsonString();
    }

    /// <summary>The body that a page of the manual tells an administrator to paste, with its placeholders filled in.</summary>
    public static string Template(string page, IReadOnlyDictionary<string, string> values, string? happened)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "connect", page));
        var begin = text.IndexOf("```json", StringComparison.Ordinal) + "```json".Length;
        var body = JsonNode.Parse(text[begin..text.IndexOf("```", begin, StringComparison.Ordinal)])!.AsObject();
        foreach (var (name, value) in body.ToList())
        {
            var template = (string)value!;
            if (template.StartsWith("{{", StringComparison.Ordinal)) body[name] = values[template[2..^2]];
        }

        if (happened is not null) body["event"] = happened;
        return body.ToJsonString();
    }

    /// <summary>
    /// The template of an event that a page of the manual tells an administrator to paste, as Jinja renders it: each
    /// <c>{{ expression | tojson }}</c> is the value of the expression, in JSON.
    /// </summary>
    public static string Jinja(string page, string template, IReadOnlyDictionary<string, JsonNode?> values, string? happened = null)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "connect", page));
        var block = text.Split("```jinja").Skip(1).Select(rest => rest[..rest.IndexOf("```", StringComparison.Ordinal)])
            .Single(one => one.Contains($"\"event\": \"{template}\"", StringComparison.Ordinal));
        var rendered = Expression().Replace(block, match => values[match.Groups["name"].Value]?.ToJsonString() ?? "null");
        var body = JsonNode.Parse(rendered)!;
        body["event"] = happened ?? template;
        return body.ToJsonString();
    }

    public static string Iso(Instant time) => InstantPattern.ExtendedIso.Format(time);

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    [GeneratedRegex(@"\{\{ (?<name>[^|]+?) (\| string )?\| tojson \}\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Expression();
}
