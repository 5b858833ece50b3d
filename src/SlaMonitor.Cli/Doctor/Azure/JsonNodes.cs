using System.Text.Json.Nodes;

namespace SlaMonitor.Cli.Doctor.Azure;

/// <summary>Reads what others wrote as JSON.</summary>
internal static class JsonNodes
{
    /// <summary>The text of a property that has to be there.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    public static string Text(this JsonNode node, string property) =>
        node.TextOrNull(property) ?? throw new InvalidOperationException($"'{property}' is missing");

    /// <summary>The text, number or truth of a property as text.</summary>
    public static string? TextOrNull(this JsonNode node, string property) => node[property]?.ToString();

    /// <summary>A count; 0 where it is missing.</summary>
    public static long Count(this JsonNode node, string property) => node[property]?.GetValue<long>() ?? 0;

    /// <summary>What is in a list, or in the list <c>value</c> of an answer that is given in pages.</summary>
    public static IEnumerable<JsonNode> Items(this JsonNode? node) =>
        (node as JsonArray ?? node?["value"] as JsonArray ?? []).OfType<JsonNode>();

    /// <summary>A property of everything in a list.</summary>
    public static IReadOnlyList<string> Texts(this JsonNode? node, string property) =>
        [.. node.Items().Select(item => item.Text(property))];
}
