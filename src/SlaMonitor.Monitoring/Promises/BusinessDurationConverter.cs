using System.Text.Json;
using System.Text.Json.Serialization;
using SlaMonitor.Core.Calendars;

namespace SlaMonitor.Monitoring.Promises;

/// <summary>Writes business time as its ticks of 100 ns, so that it comes back exactly.</summary>
internal sealed class BusinessDurationConverter : JsonConverter<BusinessDuration>
{
    public override BusinessDuration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        BusinessDuration.FromTicks(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, BusinessDuration value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Ticks);
}
