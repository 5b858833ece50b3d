using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using NodaTime;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Functions.Api;

/// <summary>
/// The JSON Schemas of what answers and bodies are made of, made from the types by the very options that write them.
/// </summary>
internal sealed class SchemaBook
{
    private static readonly JsonSchemaExporterOptions Exporting = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Describe,
    };

    private readonly SortedDictionary<string, JsonNode> _schemas = new(StringComparer.Ordinal);

    /// <summary>A reference to the schema of a type, which is in the book from then on.</summary>
    public JsonObject RefTo(Type type)
    {
        var name = type.Name;
        if (!_schemas.ContainsKey(name)) _schemas[name] = ViewJson.Options.GetJsonSchemaAsNode(type, Exporting);
        return new JsonObject { ["$ref"] = $"#/components/schemas/{name}" };
    }

    /// <summary>All of them, by name.</summary>
    public JsonObject All() => new(_schemas.Select(schema => KeyValuePair.Create(schema.Key, (JsonNode?)schema.Value.DeepClone())));

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (FormatOf(type) is { } format) schema = new JsonObject { ["type"] = "string", ["format"] = format };
        if (schema is not JsonObject described) return schema is JsonValue ? new JsonObject() : schema; // of what may be anything, true

        AsWritten(described, context);
        var said = context.PropertyInfo?.AttributeProvider is PropertyInfo property ? XmlDocs.Of(property)
            : context.Path.IsEmpty ? XmlDocs.Of(type)
            : null;
        if (said is not null) described.Insert(0, "description", said);
        return described;
    }

    /// <summary>
    /// The options read a number from a text too, and never write one; and where there is nothing to say they write nothing, not null.
    /// </summary>
    private static void AsWritten(JsonObject schema, JsonSchemaExporterContext context)
    {
        if (schema["type"] is JsonArray types)
        {
            var isNumber = types.Any(type => (string?)type is "integer" or "number");
            var written = types.Select(type => (string)type!).Where(type => type != "null" && !(isNumber && type == "string")).ToList();
            if (isNumber) schema.Remove("pattern");
            schema["type"] = written is [var one] ? one : new JsonArray([.. written.Select(type => JsonValue.Create(type))]);
        }

        if (schema["enum"] is JsonArray values && values.Contains(null)) values.Remove(null);
        if (schema["required"] is not JsonArray required) return;

        var absent = context.TypeInfo.Properties.Where(property => property.IsGetNullable).Select(property => property.Name);
        var always = required.Select(name => (string)name!).Except(absent, StringComparer.Ordinal).ToList();
        schema.Remove("required");
        if (always.Count > 0) schema["required"] = new JsonArray([.. always.Select(name => JsonValue.Create(name))]);
    }

    /// <summary>How a type is written that has a converter of its own, which tells no schema; <c>null</c> where it needs none.</summary>
    private static string? FormatOf(Type type) =>
        type == typeof(Instant) ? "date-time" : type == typeof(LocalDate) ? "date" : null;
}
