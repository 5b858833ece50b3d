using System.Text.Json.Nodes;

namespace SlaMonitor.Infrastructure.Tests.Snapshots;

/// <summary>A resource as it would be made.</summary>
internal sealed class Resource(JsonObject json)
{
    public string Id { get; } = (string)json["id"]!;

    public string Type { get; } = (string)json["type"]!;

    /// <summary>With the names of its parents.</summary>
    public string Name { get; } = (string)json["name"]!;

    public string ApiVersion { get; } = (string)json["apiVersion"]!;

    /// <summary>Without the names of its parents.</summary>
    public string Leaf => Name.Split('/')[^1];

    /// <summary>For what is attached to another resource: that one's id. For all else: the resource group's.</summary>
    public string Scope => Id[..Id.LastIndexOf("/providers/", StringComparison.Ordinal)];

    /// <summary>A node by its path, <c>properties.features.disableLocalAuth</c>; null where there is none.</summary>
    public JsonNode? this[string path] => path.Split('.').Aggregate((JsonNode?)json, (node, name) => (node as JsonObject)?[name]);

    public bool Is(string type) => Type.Equals(type, StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands at a path, as JSON writes it but without quotes; empty where there is nothing.</summary>
    public string Text(string path) => this[path]?.ToString() ?? string.Empty;

    /// <summary>Whether a path says <c>true</c>. What is left out, Azure fills in as it likes: that is neither.</summary>
    public bool IsTrue(string path) => Text(path) == "true";

    public bool IsFalse(string path) => Text(path) == "false";

    public TimeSpan Duration(string path) => System.Xml.XmlConvert.ToTimeSpan(Text(path));

    /// <summary>The nodes of an array; none where there is no array.</summary>
    public IEnumerable<JsonNode> Items(string path) => (this[path] as JsonArray ?? []).Select(item => item!);

    public override string ToString() => $"{Type} {Name}";
}
