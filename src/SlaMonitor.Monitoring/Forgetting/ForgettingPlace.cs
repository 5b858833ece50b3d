using System.Buffers.Text;
using System.Text.Json;

namespace SlaMonitor.Monitoring.Forgetting;

/// <summary>How far an erasure is.</summary>
/// <param name="What">What is gone through: the tickets, or one kind of traces.</param>
/// <param name="After">The store's own word for the place in it; <c>null</c> for its beginning.</param>
internal sealed record ForgettingPlace(string What, string? After)
{
    /// <summary>The place of a text that was given out; <c>null</c> for any other.</summary>
    public static ForgettingPlace? Parse(string text)
    {
        try
        {
            var parts = JsonSerializer.Deserialize<string?[]>(Base64Url.DecodeFromChars(text));
            return parts is [{ } what, var after] ? new(what, after) : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    public override string ToString() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes<string?[]>([What, After]));
}
