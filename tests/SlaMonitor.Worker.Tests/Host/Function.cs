using System.Text.Json.Nodes;
using SlaMonitor.Worker.Tests.Host.Wire;

namespace SlaMonitor.Worker.Tests.Host;

/// <summary>A function as the worker describes it to the host.</summary>
internal sealed record Function(RpcFunctionMetadata Metadata, JsonNode Trigger)
{
    public string Id => Metadata.FunctionId;

    public string Name => Metadata.Name;

    /// <summary>The parameter that the trigger fills.</summary>
    public string Parameter => (string)Trigger["name"]!;

    public string Kind => (string)Trigger["type"]!;

    public string Level => (string)Trigger["authLevel"]!;

    public string Route => (string)Trigger["route"]!;

    /// <summary>The HTTP methods, in capitals; none where it takes every one.</summary>
    public IReadOnlyList<string> Methods => [.. Trigger["methods"]?.AsArray().Select(method => ((string)method!).ToUpperInvariant()) ?? []];

    public static Function Of(RpcFunctionMetadata metadata) =>
        new(metadata, TriggerOf(metadata.RawBindings.Select(binding => JsonNode.Parse(binding)!)));

    /// <summary>The one binding of a function that starts it.</summary>
    public static JsonNode TriggerOf(IEnumerable<JsonNode> bindings) =>
        bindings.Single(binding => ((string)binding["type"]!).EndsWith("Trigger", StringComparison.Ordinal));
}
