using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SlaMonitor.Agreements.Binding;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Agreements.Syntax;

namespace SlaMonitor.Agreements.Schema;

/// <summary>
/// Writes the JSON Schema of an agreement file from the types of its format, so that editors complete and check what the loader reads. It
/// is draft 07, which is what editors understand best.
/// </summary>
public static class AgreementSchema
{
    private static readonly JsonSerializerOptions Readable = CreateOptions();

    /// <summary>The schema as text, ending with a line break.</summary>
    public static string Write()
    {
        var definitions = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        var root = SectionSchema(SectionShape.Of(typeof(AgreementSection)), definitions);
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "SlaMonitor service agreement",
        };
        foreach (var (key, value) in root.ToArray())
        {
            root.Remove(key);
            schema[key] = value;
        }

        schema["definitions"] = new JsonObject(definitions);
        return schema.ToJsonString(Readable) + "\n";
    }

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private static JsonObject SectionSchema(SectionShape shape, SortedDictionary<string, JsonNode?> definitions)
    {
        var properties = new JsonObject();
        foreach (var key in shape.Keys)
        {
            var value = ValueSchema(key.Property.PropertyType, key.Key, definitions);
            properties[key.Name] = value.ContainsKey("$ref")
                ? new JsonObject { ["description"] = key.Key.Meaning, ["allOf"] = new JsonArray(value) }
                : Described(value, key.Key.Meaning);
        }

        var mapping = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (shape.Keys.Any(key => key.Key.Required))
            mapping["required"] = Strings(shape.Keys.Where(key => key.Key.Required).Select(key => key.Name));

        var word = shape.Section switch
        {
            { Shorthand: { } shorthand } => Enumeration([shorthand]),
            { Words: { } type } => Syntaxes.Of(type).Schema.Values is { } values ? Enumeration(values) : ScalarSchema(type, null),
            _ => null,
        };
        return word is null
            ? Described(mapping, shape.Section.Meaning)
            : new JsonObject { ["description"] = shape.Section.Meaning, ["anyOf"] = new JsonArray(word, mapping) };
    }

    private static JsonObject Enumeration(IEnumerable<string> words) => new() { ["enum"] = Strings(words) };

    private static JsonArray Strings(IEnumerable<string> words) => new([.. words.Select(word => (JsonNode)word)]);

    private static JsonObject ValueSchema(Type type, KeyAttribute? key, SortedDictionary<string, JsonNode?> definitions)
    {
        if (typeof(Section).IsAssignableFrom(type)) return Reference(type, definitions);

        var parts = type.GetGenericArguments();
        var form = type.GetGenericTypeDefinition();
        if (form == typeof(Located<>)) return ScalarSchema(parts[0], key);
        if (form == typeof(Items<>))
        {
            var list = new JsonObject { ["type"] = "array", ["items"] = ValueSchema(parts[0], null, definitions) };
            return new JsonObject { ["anyOf"] = new JsonArray(ValueSchema(parts[0], null, definitions), list) };
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["patternProperties"] = new JsonObject { [Syntaxes.Of(parts[0]).Schema.Pattern!] = ValueSchema(parts[1], null, definitions) },
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject ScalarSchema(Type type, KeyAttribute? key)
    {
        var form = Syntaxes.Of(type).Schema;
        var schema = new JsonObject
        {
            ["type"] = form.Type.Count == 1 ? form.Type[0] : Strings(form.Type),
        };
        if (form.Pattern is { } pattern) schema["pattern"] = pattern;
        if (form.Values is { } values) schema["enum"] = Strings(values);
        if (key is { Known: { Length: > 0 } known })
            schema["anyOf"] = new JsonArray(Enumeration(known), new JsonObject());
        if (key is { Minimum: var least } && !double.IsNaN(least)) schema["minimum"] = (int)least;
        return schema;
    }

    private static JsonObject Reference(Type type, SortedDictionary<string, JsonNode?> definitions)
    {
        var name = Sentences.Camel(type.Name.Replace(nameof(Section), string.Empty, StringComparison.Ordinal));
        if (definitions.TryAdd(name, null)) definitions[name] = SectionSchema(SectionShape.Of(type), definitions);
        return new JsonObject { ["$ref"] = $"#/definitions/{name}" };
    }

    private static JsonObject Described(JsonObject schema, string description)
    {
        schema.Insert(0, "description", description);
        return schema;
    }
}
