using System.Text.Json.Nodes;

namespace SlaMonitor.Channels.Tests.Harness;

/// <summary>A request that a vendor got.</summary>
internal sealed record Received(string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;
}
