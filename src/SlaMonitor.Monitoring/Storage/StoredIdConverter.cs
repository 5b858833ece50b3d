using System.Text.Json;
using System.Text.Json.Serialization;

namespace SlaMonitor.Monitoring.Storage;

/// <summary>Writes an id as its text.</summary>
internal sealed class StoredIdConverter<TId>(Func<string, TId> read) : JsonConverter<TId>
    where TId : struct
{
    /// <exception cref="JsonException">It is no text, or an empty one.</exception>
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: > 0 } text
            ? read(text)
            : throw new JsonException($"A {typeof(TId).Name} is a text that is not empty.");

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
