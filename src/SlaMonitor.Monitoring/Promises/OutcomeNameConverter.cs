using System.Text.Json;
using System.Text.Json.Serialization;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Promises;

/// <summary>
/// Writes an enumeration as <see cref="StoredName"/> does. A name that this version does not know is no outcome that it wrote.
/// </summary>
internal sealed class OutcomeNameConverter<TEnum> : JsonConverter<TEnum>
    where TEnum : struct, Enum
{
    /// <exception cref="JsonException">It is no name of the enumeration.</exception>
    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (reader.TokenType == JsonTokenType.String ? StoredName.Find<TEnum>(reader.GetString()) : null)
        ?? throw new JsonException($"There is no such {typeof(TEnum).Name}.");

    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
        writer.WriteStringValue(StoredName.Of(value));
}
