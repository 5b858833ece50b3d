using System.Text.Json;
using System.Text.Json.Serialization;

namespace SlaMonitor.Monitoring.Storage;

/// <summary>Writes an enumeration as <see cref="StoredName"/> does, and reads what it does not know as "not said".</summary>
internal sealed class StoredNameConverter<TEnum> : JsonConverter<TEnum?>
    where TEnum : struct, Enum
{
    public override TEnum? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return StoredName.Find<TEnum>(reader.GetString());

        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, TEnum? value, JsonSerializerOptions options)
    {
        if (value is { } known) writer.WriteStringValue(StoredName.Of(known));
        else writer.WriteNullValue();
    }
}
