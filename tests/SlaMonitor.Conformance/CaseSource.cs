using System.Text.Json;

namespace SlaMonitor.Conformance;

/// <summary>A case as its file has it.</summary>
internal sealed record CaseSource(string Id, JsonElement Json)
{
    /// <summary>Another product's quirk, which we do not follow unless our own rules happen to agree with it.</summary>
    public bool IsPeculiar => Json.TryGetProperty("peculiar", out var peculiar) && peculiar.ValueKind == JsonValueKind.True;

    public override string ToString() => Id;
}
