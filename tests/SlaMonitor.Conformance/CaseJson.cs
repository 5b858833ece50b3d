using System.Text.Json;
using NodaTime.Text;

namespace SlaMonitor.Conformance;

/// <summary>Reads the values that calendar and ticket cases have in common.</summary>
internal static class CaseJson
{
    public static Instant InstantOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.String && OffsetDateTimePattern.Rfc3339.Parse(json.GetString()!) is { Success: true } parsed
            ? parsed.Value.ToInstant()
            : throw new NotOursException($"instant {json.GetRawText()}");

    public static LocalDate DateOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.String && LocalDatePattern.Iso.Parse(json.GetString()!) is { Success: true } parsed
            ? parsed.Value
            : throw new NotOursException($"date {json.GetRawText()}");

    /// <summary>Refuses to guess at keys that may change the meaning of those that we know.</summary>
    public static void AllowOnly(JsonElement json, string what, params ReadOnlySpan<string> keys)
    {
        foreach (var property in json.EnumerateObject())
        {
            if (!keys.Contains(property.Name))
                throw new NotOursException($"{what}.{property.Name}");
        }
    }
}
