using System.Text.Json;
using System.Text.Json.Serialization;

namespace SlaMonitor.Benchmarks.Load;

/// <summary>What the ceiling reads and answers.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(CeilingEvent))]
[JsonSerializable(typeof(CeilingReceipt))]
internal sealed partial class CeilingJson : JsonSerializerContext;
