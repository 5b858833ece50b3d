using System.Text.Json;

namespace SlaMonitor.Benchmarks.Load;

/// <summary>As much of a CloudEvent as the ceiling stores.</summary>
internal sealed record CeilingEvent(string Id, string Source, string Type, string Subject, DateTimeOffset Time, JsonElement Data);
