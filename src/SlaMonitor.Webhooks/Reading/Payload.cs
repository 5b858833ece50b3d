using System.Text.Json;

namespace SlaMonitor.Webhooks.Reading;

/// <summary>
/// Looks into JSON that others wrote. What is not there, <c>null</c> or of another kind is an undefined element, and whoever looks into
/// that finds nothing: no sender can make this throw.
/// </summary>
internal static class Payload
{
    private const int LongestNumber = 64;

    public static JsonElement Get(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    public static JsonElement Get(this JsonElement element, string name, string inner) => element.Get(name).Get(inner);

    /// <summary>The elements of a list; none where it is no list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    /// <summary>Whether there is anything but <c>null</c>.</summary>
    public static bool HasValue(this JsonElement element) => element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    public static bool? Flag(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => element.GetRawText() != "0",
        JsonValueKind.String => element.Text() is "true" or "True" or "TRUE" or "yes" or "Yes" or "1",
        _ => null,
    };

    /// <summary>
    /// A text, or a number as it is written: ids come as either, and some exceed what a double can hold. Nothing where it is blank.
    /// </summary>
    public static string? Text(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => string.IsNullOrWhiteSpace(element.GetString()) ? null : element.GetString()!.Trim(),
        JsonValueKind.Number when element.GetRawText() is { Length: <= LongestNumber } number => number,
        _ => null,
    };

    /// <summary>A name that may be cleared: nothing where it is not said, an empty text where it says nobody.</summary>
    public static string? TextOrCleared(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Undefined => null,
        JsonValueKind.Null => string.Empty,
        _ => element.Text() is { } text && text != "0" ? text : string.Empty,
    };
}
