using System.Text.Json;
using System.Text.Json.Nodes;

namespace SlaMonitor.Webhooks.Zendesk;

/// <summary>The bodies in which Zendesk's webhooks tell what an export states.</summary>
internal static class ZendeskBody
{
    public static JsonObject Of(string happened, string id, string? time, JsonObject detail, JsonObject? news = null) => new()
    {
        ["type"] = EventWebhook.TypePrefix + happened,
        ["id"] = id,
        ["time"] = time,
        ["detail"] = detail,
        ["event"] = news ?? [],
    };

    /// <summary>A copy of what an item says, or nothing.</summary>
    public static JsonNode? Copy(JsonElement value) =>
        value.ValueKind == JsonValueKind.Undefined ? null : JsonNode.Parse(value.GetRawText());
}
