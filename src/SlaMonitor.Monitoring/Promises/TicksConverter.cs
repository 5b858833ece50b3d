using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Promises;

/// <summary>Writes a time as the integer of <see cref="StoredInstant"/>: a month has hundreds of thousands of them to be read.</summary>
internal sealed class TicksConverter : JsonConverter<Instant>
{
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        StoredInstant.FromTicks(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(StoredInstant.ToTicks(value));
}
